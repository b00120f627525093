using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

public sealed class ClauseTrialTests
{
    public static TheoryData<string> Languages => [.. Library.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_reviewed_wording_is_used_by_a_sample_situation_and_stands_its_trial(string language)
    {
        List<string> objections = [];
        foreach (var clause in Library.For(language).Where(clause => clause.Act != SpeechAct.Disclosure))
            objections.AddRange(ClauseTrial.Of(clause, Library, all: true, situations: 1).Objections.Select(objection => $"{language} {objection}"));

        objections.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "request.reminder", "Please transfer {due} soon, or our lawyers will write to you.", "G01")]
    [InlineData("en", "request.reminder", "Please pay {due} by Friday; we will waive a part of it.", "G04")]
    [InlineData("de", "request.reminder", "Bitte überweisen Sie {due}, sonst übergeben wir den Fall einem Inkassounternehmen.", "G02")]
    [InlineData("en", "request.reminder", "Bitte überweisen Sie uns den offenen Betrag von {due} in den nächsten Tagen.", "G25")]
    [InlineData("en", "request.reminder", "Please transfer two hundred euros soon.", "G21")]
    [InlineData("en", "request.reminder", "Please transfer {total} within 7 days.", "digits")]
    [InlineData("en", "request.reminder", "Please transfer {payment_amount} soon.", "not declared")]
    public void A_wording_that_says_what_nobody_may_say_is_refused(string language, string id, string text, string reason)
    {
        var report = ClauseTrial.Of(With(language, id, text), Library);

        report.Objections.ShouldContain(objection => objection.Contains(reason), string.Join('\n', report.Objections));
    }

    [Fact]
    public void A_wording_like_any_other_is_shown_in_context_and_nothing_speaks_against_it()
    {
        var report = ClauseTrial.Of(With("en", "request.reminder", "Would you kindly arrange for {due} to reach us in the next few days?"), Library);

        report.Objections.ShouldBeEmpty();
        report.Situations.ShouldBeGreaterThan(10);
        report.Changes.ShouldBeGreaterThan(10);
        report.Forbidden.ShouldBeGreaterThan(0);
        report.Examples.ShouldAllBe(example => example.Text.Substring(example.Start, example.Length).StartsWith("Would you kindly arrange", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wording_that_could_be_taken_for_another_clause_is_refused()
    {
        var other = Library.For("en").First(clause => clause.Id == "opening.reminder").Variants[0].Template.Source;

        ClauseTrial.Of(With("en", "opening.friendly", other), Library).Objections.ShouldContain(objection => objection.Contains("the same text stands in another clause"));
    }

    [Fact]
    public void The_hash_of_a_clause_changes_with_any_of_its_content_and_with_nothing_else()
    {
        var clause = Library.For("en").First(known => known.Id == "request.reminder");
        var hash = ClauseHash.Of(clause);

        ClauseHash.Of(clause with { Origin = ClauseOrigin.Nowhere, Variants = [.. clause.Variants.Reverse()] }).ShouldBe(hash);
        Clause[] others =
        [
            clause with { Id = "request.other" }, clause with { Language = "de" }, clause with { Act = SpeechAct.NextStep }, clause with { Version = 9 }, clause with { Purposes = [] },
            clause with { Stages = [] }, clause with { Tones = [Tone.Soft] }, clause with { Requires = [Condition.GoodPayer] }, clause with { Slots = [] }, clause with { Companions = ["x"] },
            clause with { Variants = [.. clause.Variants.Skip(1)] }, With("en", "request.reminder", "Something else."),
        ];
        others.Select(ClauseHash.Of).Append(hash).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_clause_is_kept_in_the_database_as_the_files_have_it(string language)
    {
        foreach (var clause in Library.For(language))
            ClauseHash.Of(ClauseYaml.Read(ClauseYaml.Write(clause), language, clause.Id)).ShouldBe(ClauseHash.Of(clause), clause.Id);
    }

    private static Clause With(string language, string id, string text)
    {
        var clause = Library.For(language).First(known => known.Id == id);
        return clause with { Version = clause.Version + 1, Variants = [.. clause.Variants, new($"{id}/zz", Template.Read(text))] };
    }
}
