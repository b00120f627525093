using Dunning.Mail.Zoning;

namespace Dunning.Mail.Tests.Zoning;

public sealed class NewTextTests
{
    public static TheoryData<string> Attributions => new()
    {
        "On Mon, 2 Mar 2026 at 09:30, Nordwind AR <ar@collections.test> wrote:",
        "On Monday, March 2, 2026 at 9:30 AM Nordwind Fixtures GmbH Accounts Receivable\n<ar@collections.test> wrote:",
        "On 02/03/2026 09:30, Nordwind AR wrote:",
        "Am Mo., 2. März 2026 um 09:30 Uhr schrieb Nordwind <ar@collections.test>:",
        "Am 02.03.2026 um 09:30 schrieb Nordwind AR:",
        "Am 02.03.26 hat Nordwind <ar@collections.test> geschrieben:",
        "Nordwind <ar@collections.test> schrieb am Mo., 2. März 2026, 09:30:",
        "Le lun. 2 mars 2026 à 09:30, Nordwind <ar@collections.test> a écrit :",
        "Le 02/03/2026 à 09:30, Nordwind a écrit\u00A0:",
        "El lun, 2 mar 2026 a las 9:30, Nordwind (<ar@collections.test>) escribió:",
        "Il giorno lun 2 mar 2026 alle ore 09:30 Nordwind <ar@collections.test> ha scritto:",
        "Op ma 2 mrt 2026 om 09:30 schreef Nordwind <ar@collections.test>:",
        "Op 2 mrt. 2026 heeft Nordwind <ar@collections.test> het volgende geschreven:",
        "2026-03-02 9:30 GMT+01:00 Nordwind <ar@collections.test>:",
    };

    [Theory]
    [MemberData(nameof(Attributions))]
    public void What_is_above_an_attribution_is_new_and_the_quote_is_not(string attribution)
    {
        var zones = NewText.Extract($"We pay on Friday.\n\n{attribution}\n\n> Invoice 4711 is open.\n> Please pay 100 EUR.\n");
        zones.NewText.ShouldBe("We pay on Friday.");
        zones.QuotedText.ShouldContain("4711");
        zones.All.ShouldContain(z => z.Kind == ZoneKind.Attribution);
    }

    [Theory]
    [MemberData(nameof(Attributions))]
    public void A_complete_attribution_also_ends_new_text_when_the_quote_has_no_marks(string attribution)
    {
        if (attribution.Contains("hat Nordwind", StringComparison.Ordinal))
            return; // Two-digit year without time: too little to cut a text by.
        NewText.Extract($"We pay on Friday.\n\n{attribution}\n\nInvoice 4711 is open.").NewText.ShouldBe("We pay on Friday.");
    }

    [Theory]
    [InlineData("-----Original Message-----\nFrom: A\nSent: x\nSubject: y")]
    [InlineData("-----Ursprüngliche Nachricht-----\nVon: A")]
    [InlineData("-----Message d'origine-----\nDe : A")]
    [InlineData("-----Mensaje original-----\nDe: A")]
    [InlineData("-----Messaggio originale-----\nDa: A")]
    [InlineData("-----Oorspronkelijk bericht-----\nVan: A")]
    [InlineData("________________________________\nFrom: A <a@b.test>\nSent: Monday, March 2, 2026 9:30 AM\nTo: B\nSubject: Invoice")]
    [InlineData("Von: A <a@b.test>\nGesendet: Montag, 2. März 2026 09:30\nAn: B\nBetreff: Rechnung")]
    [InlineData("De : A <a@b.test>\nEnvoyé : lundi 2 mars 2026 09:30\nÀ : B\nObjet : Facture")]
    [InlineData("De: A <a@b.test>\nEnviado: lunes, 2 de marzo de 2026 9:30\nPara: B\nAsunto: Factura")]
    [InlineData("Da: A <a@b.test>\nInviato: lunedì 2 marzo 2026 09:30\nA: B\nOggetto: Fattura")]
    [InlineData("Van: A <a@b.test>\nVerzonden: maandag 2 maart 2026 09:30\nAan: B\nOnderwerp: Factuur")]
    [InlineData("*From:* A <a@b.test>\n*Sent:* Monday\n*To:* B\n*Subject:* Invoice")]
    public void Outlook_blocks_end_the_new_text(string block)
    {
        var zones = NewText.Extract($"We pay on Friday.\n\n{block}\n\nInvoice 4711 is open.\nWe pay nothing.");
        zones.NewText.ShouldBe("We pay on Friday.");
        zones.QuotedText.ShouldContain("Invoice 4711 is open.");
    }

    [Fact]
    public void Answers_between_quotes_are_kept_with_what_they_answer()
    {
        var zones = NewText.Extract("Hello,\n\nAm 02.03.2026 um 09:30 schrieb AR:\n> Guten Tag,\n>\n> When will you pay invoice 4711?\n\nOn 9 March.\n\n> And invoice 4712?\n\nThat one is wrong.\n");
        zones.InlineAnswers.ShouldBe([new InlineAnswer("When will you pay invoice 4711?", "On 9 March."), new InlineAnswer("And invoice 4712?", "That one is wrong.")]);
        zones.NewText.ShouldContain("On 9 March.");
        zones.NewText.ShouldNotContain("4712");
    }

    [Theory]
    [InlineData("Best regards,\nJane Doe\nBlue Pelican Ltd | Tel. +44 20 7946 0000")]
    [InlineData("Mit freundlichen Grüßen\n\ni. A. Jürgen Muster\nBuchhaltung\nTel.: +49 40 123456")]
    [InlineData("Cordialement,\nJeanne Exemple")]
    [InlineData("Un saludo,\nJuan Ejemplo")]
    [InlineData("Cordiali saluti\nGiulia Esempio")]
    [InlineData("Met vriendelijke groet,\nJan Voorbeeld")]
    [InlineData("-- \nJane\nanything at all, even whole sentences that nobody reads.")]
    [InlineData("Sent from my iPhone")]
    [InlineData("Von meinem iPhone gesendet")]
    [InlineData("Envoyé de mon iPhone")]
    [InlineData("Enviado desde mi iPhone")]
    [InlineData("Inviato da iPhone")]
    [InlineData("Verzonden vanaf mijn iPhone")]
    [InlineData("Get Outlook for iOS<https://aka.test/x>")]
    public void Signatures_are_not_new_text(string signature)
    {
        var zones = NewText.Extract($"We pay on Friday.\n\n{signature}\n");
        zones.NewText.ShouldBe("We pay on Friday.");
        zones.SignatureText.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Regards\nJane\n\nPS: the second invoice will be paid on 9 March", "PS: the second invoice will be paid on 9 March")]
    [InlineData("Regards\nJane\n\nBy the way, we will pay the second one on 9 March", "By the way, we will pay the second one on 9 March")]
    [InlineData("Regards\nJane\n\ncan you send the invoice again?", "can you send the invoice again?")]
    public void What_somebody_adds_below_the_signature_is_new(string tail, string added) =>
        NewText.Extract($"We pay on Friday.\n\n{tail}\n").NewText.ShouldContain(added);

    [Theory]
    [InlineData("This e-mail and any attachments are confidential and intended for the addressee only.\nIf you are not the intended recipient, delete it.")]
    [InlineData("Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Empfänger sind, löschen Sie sie.")]
    [InlineData("Ce message et toutes les pièces jointes sont confidentiels.")]
    [InlineData("Este mensaje y sus anexos son confidenciales.")]
    [InlineData("Questo messaggio è riservato.")]
    [InlineData("Dit bericht is vertrouwelijk.")]
    public void Disclaimers_are_not_new_text(string disclaimer) =>
        NewText.Extract($"We pay on Friday.\n\n{disclaimer}\n").NewText.ShouldBe("We pay on Friday.");

    [Theory]
    [InlineData("On Monday we paid 100 EUR, see: bank statement.\nOn Tuesday the rest follows.")]
    [InlineData("Am 5. Mai schrieb Ihr Kollege, wir hätten Zeit bis Juni.\nWir zahlen am 9. März.")]
    [InlineData("From: our side everything is paid.\nWe checked twice.")]
    [InlineData("The confidential terms apply.\nWe pay on Friday.")]
    [InlineData("Please note:\n- invoice 4711: paid\n- invoice 4712: open")]
    [InlineData("Best price was agreed: 100 EUR.\nWe pay that.")]
    public void Ordinary_sentences_stay_new(string text)
    {
        var zones = NewText.Extract(text);
        zones.NewText.ShouldBe(text);
        zones.All.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("---------- Forwarded message ---------\nFrom: A <a@b.test>\nDate: Mon\nSubject: x")]
    [InlineData("Begin forwarded message:\n\nFrom: A\nSubject: x\nDate: y")]
    [InlineData("-------- Weitergeleitete Nachricht --------\nBetreff: x")]
    [InlineData("Début du message transféré :\nDe: A")]
    public void Forwards_are_flagged_and_their_text_is_not_new(string mark)
    {
        var zones = NewText.Extract($"See below.\n\n{mark}\n\nPay 100 EUR to the new account.");
        zones.HasForward.ShouldBeTrue();
        zones.NewText.ShouldBe("See below.");
    }

    [Fact]
    public void Every_line_belongs_to_exactly_one_zone_in_order()
    {
        const string Text = "a\n\n> q\n\nb\nRegards\nX\n\nOn 2 Mar 2026 at 9:30, Y wrote:\n> z\n>\n> z\n\nc\n";
        var zones = NewText.Extract(Text);
        string.Join('\n', zones.All.Select(z => z.Text)).ShouldBe(Text);
        zones.All.Aggregate(0, (line, z) =>
        {
            z.FirstLine.ShouldBe(line);
            return line + z.LineCount;
        }).ShouldBe(Text.Split('\n').Length);
    }
}
