using Dunning.Mail.Zoning;

namespace Dunning.Mail.Tests.Zoning;

public sealed class EndBlockTests
{
    [Theory]
    [InlineData("I will pay on Friday, sorry again.\n\nDave")]
    [InlineData("Now released, so expect funds within five working days.\n\nTa\nShabnam\nLoopline Software")]
    [InlineData("Ich zahle Mitte des Monats, also am 15.3.\n\nDanke fürs Verständnis\nTimo")]
    [InlineData("Le reste attend le PV de réception.\n\nA+\nSeb @ Pixelune Studio")]
    [InlineData("Is this genuine? I'm holding the payment until I hear from you.\n\nSue Hartnell, Treasurer\nMilverton Cricket Club")]
    [InlineData("Ordinato mai, consegnato mai.\n\nTrattoria Da Gino")]
    [InlineData("Uw factuur vermeldt geen inkoopnummer.\n\nTeam Facturen\nWaterschap Oosterlanden")]
    [InlineData("Les pasamos la factura a tesorería.\n\nDpto. Proveedores\nConstrucciones Arlanza")]
    public void A_signature_without_any_formula_or_known_sender_is_cut_off(string text) =>
        Assert.Equal(text[..text.IndexOf("\n\n", StringComparison.Ordinal)], NewText.Extract(text).NewText);

    [Theory]
    [InlineData("We had a word with the driver.\n\nPaid.")]
    [InlineData("Payment is on its way.\n\nNot before Friday")]
    [InlineData("Half was sent yesterday.\n\nRest follows")]
    [InlineData("You asked for proof.\n\nSee attached")]
    [InlineData("Das geht so nicht.\n\nErst am Montag")]
    [InlineData("C'est en cours.\n\nLe solde en juin")]
    [InlineData("Hay un error.\n\nFaltan 4 cajas")]
    [InlineData("Ho controllato.\n\nMai ordinato")]
    [InlineData("Even gekeken.\n\nNiet van ons")]
    [InlineData("Our books differ.\n\nTotal 200.00 EUR")]
    [InlineData("The date you asked for.\n\n12/06")]
    [InlineData("Please invoice instead:\n\nHexham Ridge Holdings Ltd\nAccounts Payable")]
    [InlineData("Zuständig ist bei uns ab sofort\n\nPeter Lauf\nLeiter Rechnungswesen")]
    public void A_short_last_line_that_says_something_is_kept(string text) => Assert.Equal(text, NewText.Extract(text).NewText);

    [Fact]
    public void A_greeting_that_can_also_close_a_mail_opens_it_when_sentences_follow()
    {
        const string Text = "Cordial saludo,\n\nNos permitimos informar que las facturas fueron canceladas el viernes.";
        Assert.Equal(Text, NewText.Extract(Text + "\n\nAtentamente,\nDiana Rincón").NewText);
    }

    [Fact]
    public void A_new_account_announced_as_urgent_and_confidential_is_no_note_on_confidentiality()
    {
        const string Text = "Les informamos que nuestras cuentas están bloqueadas. Paguen a la cuenta ES00 0000 0000 0000. Es urgente y confidencial, confirmen solo por este correo.";
        Assert.Equal("Estimados:\n\n" + Text, NewText.Extract("Estimados:\n\n" + Text).NewText);
    }

    [Fact]
    public void A_sentence_behind_an_offer_of_help_is_kept() =>
        Assert.Contains("ustedes cobran el lunes", NewText.Extract("Hola,\n\nQuedo a su disposición. Ya firmamos, ustedes cobran el lunes.").NewText, StringComparison.Ordinal);

    [Fact]
    public void A_mail_is_never_nothing_but_its_salutation_when_a_sentence_follows_it() =>
        Assert.Contains("pagato", NewText.Extract("Buongiorno,\n\nabbiamo pagato ieri").NewText, StringComparison.Ordinal);

    [Theory]
    [InlineData("t: 12")]
    [InlineData("m +12")]
    [InlineData("e(0)1")]
    public void A_line_of_five_signs_with_a_label_of_one_letter_is_read(string line) => Assert.NotNull(NewText.Extract("Hello\n\n" + line));

    [Fact]
    public void Any_mix_of_short_lines_is_read_and_its_first_line_stays()
    {
        string[] pieces = ["Dave", "t: 12", "+", "\u00AD", "\uD83D", "> x", "", "", "Ta", "Acme Ltd", "12/06", "a: b", "Paid.", "[", "(", "Mit Gruß", "-- ", "Von: a", "--", "x@y.example", "|", "…"];
        var random = new Random(5);
        for (var round = 0; round < 3000; round++)
        {
            var text = "We pay on Friday.\n" + string.Join('\n', Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.StartsWith("We pay on Friday.", NewText.Extract(text).NewText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_last_lines_cost_no_more_in_a_long_mail_than_their_number()
    {
        var text = string.Concat(Enumerable.Repeat("Dave Smith\n\nAcme Ltd\n\n", 20_000));
        var started = Environment.TickCount64;
        NewText.Extract(text);
        Assert.InRange(Environment.TickCount64 - started, 0, 20_000);
    }
}
