using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Core.Correspondence.Learning;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

public sealed class LearnWordingsTests
{
    [Fact]
    public void A_replaced_sentence_becomes_a_wording_with_the_slots_of_its_clause()
    {
        var (mail, request) = Written("en");
        var piece = Edited(mail, request, "Could you let us have 1,234.56 EUR this week, please?").ShouldHaveSingleItem();

        piece.ClauseId.ShouldBe(IdOf(mail, SpeechAct.Request));
        piece.Wording.ShouldBe("Could you let us have {due} this week, please?");
        piece.Before.ShouldBe(request);
        piece.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Words_behind_a_sentence_go_with_it_and_those_in_a_paragraph_of_their_own_with_none()
    {
        var (mail, request) = Written("en");

        Edited(mail, request, request + " We are happy to help.").ShouldHaveSingleItem().Wording.ShouldNotBeNull().ShouldEndWith(" We are happy to help.");
        Edited(mail, request, request + "\n\nWe are happy to help.").ShouldBeEmpty();
        Edited(mail, request, "").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Could you pay 1,234.57 EUR this week, please?")]
    [InlineData("en", "Could you let us have {due} within 7 days, please?")]
    [InlineData("en", "Could you let us have {due}, Alex?")]
    [InlineData("en", "As you told Marjorie, you will let us have {due} soon.")]
    [InlineData("en", "Please write to help@nordlicht.example about {due}.")]
    [InlineData("en", "As agreed with Muster, please pay {due}.")]
    [InlineData("de", "Bitte überweisen Sie {due}, wie mit Herrn Bremer besprochen.")]
    [InlineData("de", "Wie mit Sabine Bremer besprochen, bitten wir um {due}.")]
    [InlineData("de", "Bitte zahlen Sie {due} bis Donnerstag um 12 Uhr.")]
    [InlineData("fr", "Comme convenu avec Mme Martin, merci de régler {due}.")]
    [InlineData("nl", "Zoals Joost u vertelde, verzoeken wij u {due} te betalen.")]
    [InlineData("es", "Como le dijo Lucía, le rogamos que abone {due}.")]
    [InlineData("it", "Come detto da Giulia, La preghiamo di pagare {due}.")]
    public void Words_with_a_figure_or_a_name_of_their_own_are_no_wording(string language, string words)
    {
        var (mail, request) = Written(language);
        var due = LocaleFormats.For(language).Write(new Dunning.Core.Ledger.Money(1234.56m, "EUR"));

        Edited(mail, request, words.Replace("{due}", due, StringComparison.Ordinal)).ShouldHaveSingleItem().Wording.ShouldBeNull();
    }

    [Theory]
    [InlineData("de", "Wir freuen uns, wenn Sie {due} in den nächsten Tagen überweisen.")]
    [InlineData("de", "Bitte prüfen Sie Ihre Buchhaltung und überweisen Sie {due}.")]
    [InlineData("fr", "Nous vous serions reconnaissants de régler {due} prochainement.")]
    [InlineData("nl", "Wilt u {due} zo snel mogelijk aan ons overmaken?")]
    [InlineData("es", "Le agradeceríamos que nos hiciera llegar {due} pronto.")]
    [InlineData("it", "Le saremmo grati se potesse versare {due} a breve.")]
    public void Plain_words_of_every_language_are(string language, string words)
    {
        var (mail, request) = Written(language);
        var due = LocaleFormats.For(language).Write(new Dunning.Core.Ledger.Money(1234.56m, "EUR"));

        Edited(mail, request, words.Replace("{due}", due, StringComparison.Ordinal)).ShouldHaveSingleItem().Wording.ShouldBe(words);
    }

    [Fact]
    public void A_number_form_that_is_lost_is_told()
    {
        var mail = Compose(Facts("en", First), Known, Purpose.Reminder, Stage.Reminder);
        var opening = Text(mail, SpeechAct.Opening);

        Edited(mail, opening, "Something of yours is still open with us:").ShouldHaveSingleItem().Warnings.ShouldContain(warning => warning.Contains("number of invoices"));
    }

    [Theory]
    [InlineData("en", "We would like to point out that the following {invoices|invoice is|invoices are} still waiting for payment:", "invoice is", "invoices are")]
    [InlineData("nl", "Wij wijzen u erop dat de volgende {invoices|factuur|facturen} nog op betaling wacht:", "factuur", "facturen")]
    public void One_invoice_and_several_give_the_same_wording(string language, string wording, string one, string other)
    {
        foreach (var (facts, form) in new[] { (Facts(language, First), one), (Facts(language, First, Second), other) })
        {
            var mail = Compose(facts, Known, Purpose.Reminder, Stage.Reminder);
            var opening = Text(mail, SpeechAct.Opening);
            var after = mail.Mail with { Text = mail.Mail.Text.Replace(opening, $"{wording[..wording.IndexOf('{', StringComparison.Ordinal)]}{form}{wording[(wording.IndexOf('}', StringComparison.Ordinal) + 1)..]}", StringComparison.Ordinal) };
            Pieces(new("t", 1, "carla", mail.Plan, mail.Mail, after, facts)).ShouldHaveSingleItem().Wording.ShouldBe(wording);
        }
    }

    [Fact]
    public void An_edited_subject_is_learned_apart_from_the_text()
    {
        var (mail, _) = Written("en");
        var after = mail.Mail with { Subject = "About our invoice INV-1001" };

        Pieces(new("t", 1, "carla", mail.Plan, mail.Mail, after, Facts("en", First))).ShouldHaveSingleItem().Wording.ShouldNotBeNull().ShouldContain("{subject_numbers}");
    }

    [Fact]
    public void What_is_written_often_enough_in_mails_enough_is_offered_once()
    {
        EditedPiece[] pieces =
        [
            Piece("Could you let us have {due} this week, please?", "t1", "carla"), Piece("Could you let us have {due} this week please?", "t2", "carla"),
            Piece("Please, could you let us have {due} this week?", "t3", "diana"), Piece("Kindly settle {due}.", "t1", "carla"), Piece("Kindly settle {due}.", "t1", "carla"), Piece("Kindly settle {due}.", "t1", "carla"),
        ];

        var candidate = WordingClusters.Of(pieces, [], LearningThresholds.Default).ShouldHaveSingleItem();
        (candidate.Edits, candidate.Mails, candidate.Customers).ShouldBe((3, 3, 1));
        candidate.People.ShouldBe(["carla", "diana"]);
        WordingClusters.Of(pieces.Reverse(), [], LearningThresholds.Default).ShouldHaveSingleItem().Key.ShouldBe(candidate.Key);
        WordingClusters.Of(pieces, [new("en", "request.reminder", "Could you let us have {due} this week?")], LearningThresholds.Default).ShouldBeEmpty();
        WordingClusters.Of(pieces, [new("de", "request.reminder", candidate.Wording)], LearningThresholds.Default).Count.ShouldBe(1);
    }

    [Fact]
    public void Wordings_with_other_slots_are_never_put_together()
    {
        var pieces = Enumerable.Range(0, 6).Select(at => Piece($"Could you please let us have the whole amount of {(at % 2 == 0 ? "{due}" : "{total}")} this week?", $"t{at}", "carla"));

        WordingClusters.Of(pieces, [], LearningThresholds.Default).Select(candidate => candidate.Edits).ShouldBe([3, 3]);
    }

    private static EditedPiece Piece(string wording, string touch, string person) => new("en", "request.reminder", "before", wording, wording, [], touch, 1, person);

    private static (ComposedMail Mail, string Request) Written(string language)
    {
        var mail = Compose(Facts(language, First), Known, Purpose.Reminder, Stage.Reminder);
        return (mail, Text(mail, SpeechAct.Request));
    }

    private static IReadOnlyList<EditedPiece> Edited(ComposedMail mail, string from, string to) =>
        Pieces(new("t", 1, "carla", mail.Plan, mail.Mail, mail.Mail with { Text = mail.Mail.Text.Replace(from, to, StringComparison.Ordinal) }, Facts(mail.Plan.Language, First)));

    private static IReadOnlyList<EditedPiece> Pieces(DraftEdit edit) =>
        EditedPieces.Of(edit, id => Library.Find(edit.Plan.Language, id), new ReviewedWords(Library.For(edit.Plan.Language)));

    private static string IdOf(ComposedMail mail, SpeechAct act) => mail.Plan.Clauses.Select(use => Library.Find(mail.Plan.Language, use.ClauseId)!.Value.Clause).First(clause => clause.Act == act).Id;

    private static string Text(ComposedMail mail, SpeechAct act)
    {
        var use = mail.Plan.Clauses.First(clause => Library.Find(mail.Plan.Language, clause.ClauseId)!.Value.Clause.Act == act);
        return Library.Find(mail.Plan.Language, use.ClauseId)!.Value.Variant.Template.Fill(use.Slots, LocaleFormats.For(mail.Plan.Language), slot => SlotCatalog.Kinds[slot]);
    }
}
