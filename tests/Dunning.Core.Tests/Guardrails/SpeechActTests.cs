using Dunning.Guardrails;
using Dunning.Guardrails.Rules;
using Dunning.Guardrails.Text;
using Dunning.Guardrails.Text.Acts;
using Shouldly;

namespace Dunning.Core.Tests.Guardrails;

public sealed class SpeechActTests
{
    private static readonly Rule[] Wording = [.. Catalog.Rules.Where(static rule => SentenceWall.Vocabularies.Any(each => each.Rule == rule.Id))];

    [Theory]
    [InlineData("en", "If your legal or purchasing department handles this, please forward my mail.")]
    [InlineData("en", "Our bank details are the same as ever.")]
    [InlineData("de", "Bitte zahlen Sie den vollen Betrag; der Preis ist netto und ein Abzug war nicht vereinbart.")]
    [InlineData("fr", "Si votre service juridique ou les achats s'en occupent, merci de leur transmettre ce message.")]
    [InlineData("es", "Nada ha cambiado en nuestra cuenta.")]
    [InlineData("it", "Se da parte sua è tutto in ordine, la prego di sbloccare il pagamento.")]
    [InlineData("nl", "Gaat uw juridische afdeling of inkoop hierover, stuur mijn mail dan door.")]
    public void A_suspicious_word_in_a_harmless_sentence_stops_nothing(string language, string text) =>
        Sample.JudgeSentence(text, language, Wording).Verdict.ShouldBe(Verdict.Pass);

    [Theory]
    [InlineData("en", "Our legal department will take it from here.")]
    [InlineData("en", "We will not hesitate to take you to court.")]
    [InlineData("de", "Die Klage ist aufgesetzt, es fehlt nur die Unterschrift.")]
    [InlineData("fr", "L'assignation est rédigée, il ne manque que la signature.")]
    public void The_same_words_in_a_threat_block(string language, string text) =>
        Sample.JudgeSentence(text, language, Wording).Verdict.ShouldBe(Verdict.Block);

    [Fact]
    public void A_sentence_without_any_listed_word_is_stopped_for_what_it_does()
    {
        var clean = CleanText.From("Not another pallet leaves our warehouse for you.");
        var part = new Part(PartKind.Body, clean, [], Sentences.Split(clean.Text, []));
        SentenceWall.See(part, part.Sentences[0]).Hits.ShouldBeEmpty();

        var finding = Sample.JudgeSentence(clean.Text, "en", Wording).Findings.ShouldHaveSingleItem();
        finding.Rule.ShouldBe("G06");
        finding.Evidence.ShouldBe(clean.Text);
        finding.Span!.Value.Length.ShouldBe(clean.Text.Length);
    }

    [Fact]
    public void Without_a_model_no_sentence_is_called_harmless()
    {
        var clean = CleanText.From("Thank you for your help.");
        var part = new Part(PartKind.Body, clean, [], Sentences.Split(clean.Text, []));
        var sight = SentenceWall.See(part, part.Sentences[0]);

        Should.Throw<InvalidOperationException>(() => new SpeechActs(null).Read(part, part.Sentences[0], sight));
        ActModel.Shipped!.Read(ActText.Of(part, part.Sentences[0], sight)).Alarm.ShouldBeLessThan(0.1f);
    }

    [Fact]
    public void A_damaged_model_is_refused_and_an_intact_one_survives_being_written()
    {
        using var written = new MemoryStream();
        ActModel.Shipped!.Save(written);
        var bytes = written.ToArray();
        using var again = new MemoryStream();
        ActModel.Load(new MemoryStream(bytes)).Save(again);
        again.ToArray().ShouldBe(bytes);

        bytes[^20] ^= 1;
        Should.Throw<IOException>(() => ActModel.Load(new MemoryStream(bytes)));
        Should.Throw<InvalidDataException>(() => ActModel.Load(new MemoryStream([1, 2, 3, 4, 5])));
    }
}
