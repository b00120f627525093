using Dunning.Mail.Zoning;

namespace Dunning.Mail.Tests.Zoning;

/// <summary>Signatures that only their shape and place show, and text that only looks like one.</summary>
public sealed class BareSignatureTests
{
    private const string New = "We pay on Friday.";

    [Theory]
    [InlineData("Priya Raman\n0412 555 018\nFinance Lead, Kestrel & Daughters Pty\n12 Quay Street")]
    [InlineData("Alex Monroe (they/them)\nSenior AP Specialist\nHarrow Tools")]
    [InlineData("Sophie Lemaître\nGérante")]
    [InlineData("Dee Small, Owner, Small & Co, 555-010-2000")]
    [InlineData("Anke Muster | Leiterin Einkauf | Muster Metallbau GmbH\nTel. 0271 00000")]
    [InlineData("Fdo.: Luis Nieto\nApoderado")]
    [InlineData("-Tom")]
    [InlineData("À bientôt,\nThéa")]
    [InlineData("Fijn weekend!\n\nRuben")]
    [InlineData("Danke & Gruß\nKai")]
    [InlineData("Looking forward to hearing from you.\n\nBea Frost\nOwner")]
    [InlineData("Quedo atenta a sus comentarios.\n\nSaludos,\nPaola")]
    [InlineData("Regards\nTom\n\nMy working hours may not be yours, please do not feel obliged to reply outside yours.")]
    [InlineData("Rémi Caron | Chef de projet\nAfin de respecter l'environnement, merci de n'imprimer ce courriel que si nécessaire.")]
    public void A_signature_is_known_by_its_shape(string below) => NewText.Extract($"{New}\n\n{below}\n").NewText.ShouldBe(New);

    [Theory]
    [InlineData("Thomas Sample", "Thom")]
    [InlineData("Thomas Sample", "T. Sample\nBlue Pelican")]
    [InlineData("Marcus Webb", "MW")]
    [InlineData("Begoña Cid", "Bego")]
    [InlineData("Shona Blythe", "Thanks so much\nShona x")]
    public void The_senders_name_ends_the_text_however_it_is_shortened(string sender, string below) =>
        NewText.Extract($"{New}\n\n{below}\n", sender).NewText.ShouldBe(New);

    [Theory]
    [InlineData("Please note our new billing address:\n\nWhit Foods Ltd\nUnit 4, Mill Lane\nLeeds LS1 4AB")]
    [InlineData("Unsere neue Anschrift lautet\n\nAcker Bau GmbH\nFeldweg 7\n24103 Kiel")]
    [InlineData("Zuständig ist bei uns ab sofort\n\nPeter Lauf\nLeiter Rechnungswesen\nTel. 030 000000")]
    [InlineData("Please refund to:\n\nAccount name: Haddad Trading LLC\nIBAN: GB00 EXAM 0000")]
    [InlineData("With regards to the second reminder: we never ordered this.\nPlease check.")]
    [InlineData("Rejected.\n\nWrong Entity\n\nNext Friday")]
    [InlineData("Our answer is short:\n\nNot Ours")]
    [InlineData("I look forward to your response before 3 June, otherwise we go to court.")]
    [InlineData("Die Rechnung ist nicht berechtigt, wir zahlen nicht, viele Grüße")]
    [InlineData("We sent it with DHL.\n\nSent by courier on Monday.")]
    [InlineData("Friday.")]
    public void What_only_looks_like_a_signature_stays_new(string text) => NewText.Extract(text).NewText.ShouldBe(text);

    [Fact]
    public void A_quote_behind_the_colon_of_a_french_attribution_is_not_new() =>
        NewText.Extract($"{New}\n\n  Le mar., juin 9, 2026 à 11:20, AR<ar@collections.test> a écrit :   Bonjour Madame\n").NewText.ShouldBe(New);
}
