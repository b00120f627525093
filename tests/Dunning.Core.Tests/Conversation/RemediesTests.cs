using Dunning.Core.Conversation.Extraction;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Conversation;

public sealed class RemediesTests
{
    [Theory]
    [InlineData("Please send a corrected invoice.")]
    [InlineData("Could you have the invoice amended and sent to us?")]
    [InlineData("We need a credit note for the twelve missing cases.")]
    [InlineData("Bitte senden Sie uns eine korrigierte Rechnung zu.")]
    [InlineData("Können Sie die Rechnung auf unsere Tochter umschreiben?")]
    [InlineData("Wir erbitten eine Gutschrift über 40 Euro.")]
    [InlineData("Merci de nous établir une facture rectificative.")]
    [InlineData("Il faudrait corriger cette facture.")]
    [InlineData("Mándenme la factura rectificada y me olvido del tema.")]
    [InlineData("¿Pueden anular la factura?")]
    [InlineData("Vi chiediamo una fattura corretta.")]
    [InlineData("Attendiamo la nota di credito.")]
    [InlineData("Mogen wij een verbeterde factuur ontvangen?")]
    [InlineData("Graag een creditnota voor het verschil.")]
    public void Who_wants_an_invoice_put_right_asks_for_no_document(string sentence) => Remedies.Asks(sentence).ShouldBeTrue();

    [Theory]
    [InlineData("Please send a copy of the invoice.")]
    [InlineData("Please send a copy of the corrected invoice.")]
    [InlineData("Could we have a statement and the credit note of May?")]
    [InlineData("Bitte schicken Sie uns die Rechnung noch einmal.")]
    [InlineData("Wir brauchen den Lieferschein zur neuen Rechnung.")]
    [InlineData("Pourriez-vous nous envoyer un duplicata de la facture ?")]
    [InlineData("Necesitamos el albarán firmado.")]
    [InlineData("Ci serve copia della fattura 118.")]
    [InlineData("Kunt u de factuur nogmaals mailen?")]
    [InlineData("The amount is correct and we will pay the invoice.")]
    public void Who_asks_for_a_paper_that_exists_asks_for_a_document(string sentence) => Remedies.Asks(sentence).ShouldBeFalse();
}
