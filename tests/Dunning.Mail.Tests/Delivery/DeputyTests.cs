using Dunning.Mail.Delivery;
using Dunning.Mail.Tests.Support;

namespace Dunning.Mail.Tests.Delivery;

public sealed class DeputyTests
{
    private static NamedDeputy? Deputy(string text) =>
        (DeliveryStatus.Recognise(Some.ParsedUtf8($"From: Jane <jane@debtor.test>\nTo: ar@collections.test\nSubject: Out of office\nAuto-Submitted: auto-replied\nContent-Type: text/plain; charset=utf-8\n\n{text}")) as ReceivedMail.AutoReply)!.Deputy;

    [Theory]
    [InlineData("I am out of the office until 20 March. In urgent cases please contact Bob Roe (bob.roe@debtor.test).", "Bob Roe", "bob.roe@debtor.test")]
    [InlineData("I am out of the office.\nFor urgent matters please reach out to my colleague Mary-Ann O'Neil at mary@debtor.test.", "Mary-Ann O'Neil", "mary@debtor.test")]
    [InlineData("Ich bin bis zum 20.03. nicht im Büro. In dringenden Fällen wenden Sie sich bitte an Frau Erika Beispiel, erika@debtor.test.", "Erika Beispiel", "erika@debtor.test")]
    [InlineData("Ich bin im Urlaub. Meine Vertretung übernimmt Herr Probe.", "Probe", null)]
    [InlineData("Je suis absente jusqu'au 20 mars. En cas d'urgence, merci de contacter Bernard Essai (bernard@debtor.test).", "Bernard Essai", "bernard@debtor.test")]
    [InlineData("Estaré fuera hasta el 20 de marzo. Para asuntos urgentes, contacte con Benito Prueba: benito@debtor.test", "Benito Prueba", "benito@debtor.test")]
    [InlineData("Sono fuori ufficio fino al 20 marzo. Per urgenze rivolgersi a Bruno Prova, bruno@debtor.test.", "Bruno Prova", "bruno@debtor.test")]
    [InlineData("Ik ben afwezig tot 20 maart. Neem bij spoed contact op met Bart Proef via bart@debtor.test.", "Bart Proef", "bart@debtor.test")]
    [InlineData("I am out of the office. For urgent requests:\nap@debtor.test", null, "ap@debtor.test")]
    public void The_deputy_of_an_absence_is_read_in_six_languages(string text, string? name, string? address) => Deputy(text).ShouldBe(new NamedDeputy(name, address));

    [Theory]
    [InlineData("I am out of the office until 20 March and will answer then.")]
    [InlineData("I am out of the office. Please contact me again after 20 March at jane@debtor.test.")]
    [InlineData("Ich bin im Urlaub. Ihre Nachricht wird nicht weitergeleitet.")]
    public void A_note_without_deputy_names_none(string text) => Deputy(text).ShouldBeNull();
}
