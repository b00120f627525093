using Dunning.Core.Correspondence;
using Dunning.Guardrails;
using Dunning.Guardrails.Rules;
using Shouldly;

namespace Dunning.Core.Tests.Guardrails;

public sealed class GrantedActTests
{
    private static readonly Rule[] Wording = [.. Catalog.Rules.Where(static rule => SentenceWall.Vocabularies.Any(each => each.Rule == rule.Id))];
    private static readonly FactSet WithPlan = Sample.Facts with { Granted = new(null, null, Plan: true) };

    [Theory]
    [InlineData("en", "You may pay the invoice in monthly instalments.")]
    [InlineData("de", "Sie dürfen die Rechnung in monatlichen Raten begleichen.")]
    [InlineData("it", "Può pagare la fattura in rate mensili.")]
    public void A_plan_may_be_spoken_of_only_when_one_was_granted(string language, string text)
    {
        Sample.JudgeSentence(text, language, Wording).Verdict.ShouldBe(Verdict.Block);
        Sample.JudgeSentence(text, language, Wording, WithPlan).Verdict.ShouldBe(Verdict.Pass);
    }

    [Theory]
    [InlineData("en", "We will not hesitate to take you to court.")]
    [InlineData("de", "Die Klage ist aufgesetzt, es fehlt nur die Unterschrift.")]
    public void A_granted_plan_allows_nothing_else(string language, string text) =>
        Sample.JudgeSentence(text, language, Wording, WithPlan).Verdict.ShouldBe(Verdict.Block);

    [Theory]
    [InlineData("de", "Heute ist der 11., und es fehlt noch.")]
    [InlineData("en", "Today is the 18th.")]
    [InlineData("es", "Estamos a 17 días del plazo.")]
    public void Only_the_day_it_is_may_be_named_without_its_month(string language, string text) =>
        Sample.JudgeSentence(text, language, Catalog.Rules).Verdict.ShouldBe(Verdict.Block);
}
