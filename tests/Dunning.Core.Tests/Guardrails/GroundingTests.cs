using Dunning.Guardrails;
using Shouldly;

namespace Dunning.Core.Tests.Guardrails;

public sealed class GroundingTests
{
    private static readonly Rule[] Grounding = [.. Catalog.Rules.Where(static rule => rule.Id is "G13" or "G14" or "G15" or "G16" or "G17" or "G18" or "G19" or "G20" or "G21")];

    [Theory]
    [InlineData("en", "Invoice INV-1001 over €1,234.56 was due on Thursday, 5 March 2026.")]
    [InlineData("en", "Invoice INV-1001 over 1234.56 was due on 2026-03-05.")]
    [InlineData("en", "INV-1001 (EUR 1,234.56) and INV-1002 (EUR 2,512.24) make 3,746.80 EUR together.")]
    [InlineData("en", "It was issued on February 3rd, 2026 and is 12 days overdue, INV-1001.")]
    [InlineData("en", "Two invoices are open; please quote C-4711.")]
    [InlineData("de", "Die Rechnung INV-1001 über 1.234,56 € war am 05.03.2026 fällig.")]
    [InlineData("de", "Rechnung INV-1002 vom 12. Januar 2026, fällig am Mittwoch, dem 11. Februar 2026.")]
    [InlineData("fr", "La facture INV-1001 de 1 234,56 € est échue depuis le 5 mars 2026.")]
    [InlineData("es", "La factura INV-1002 de 2.512,24 EUR venció el 11 de febrero de 2026.")]
    [InlineData("it", "La fattura INV-1001 di 1.234,56 euro è scaduta il 5 marzo 2026.")]
    [InlineData("nl", "Factuur INV-1001 van € 1.234,56 verviel op 5 maart 2026.")]
    [InlineData("en", "Our account is DE89370400440532013000, BIC COBADEFFXXX.")]
    public void A_figure_of_the_ledger_passes_in_every_usual_form(string language, string text) => Findings(language, text).ShouldBeEmpty();

    [Theory]
    [InlineData("en", "Invoice INV-1001 was due on 5 March 2025.", "G16")]
    [InlineData("en", "It was due on 05/03/2026.", "G16")]
    [InlineData("en", "It was due on Friday, 5 March 2026.", "G16")]
    [InlineData("de", "Rechnung INV-1001 ist seit 13 Tagen überfällig.", "G17")]
    [InlineData("fr", "Le total est de 1 234,56 EUR.", "G15")]
    [InlineData("es", "La factura INV-1001 es de 2.512,24 EUR.", "G14")]
    [InlineData("it", "Restano 1.234,65 euro.", "G13")]
    [InlineData("nl", "Factuur INV-1011 staat open.", "G18")]
    [InlineData("en", "Pay to GB33BUKB20201555555555.", "G19")]
    [InlineData("en", "See https://pay.supplies.example/i/8421?next=evil for details.", "G20")]
    [InlineData("en", "Write to billing@supplies.example.evil.test please.", "G20")]
    [InlineData("en", "Three invoices are open.", "G21")]
    [InlineData("de", "Bitte zahlen Sie binnen vierzehn Tagen.", "G21")]
    [InlineData("en", "Please pay １,234.57 EUR.", "G13")]
    [InlineData("en", "Please pay 1,2\u200b34.57 EUR.", "G13")]
    public void A_figure_that_is_not_of_the_ledger_is_named_by_its_rule(string language, string text, string rule) => Findings(language, text).ShouldContain(rule);

    private static IReadOnlyList<string> Findings(string language, string text) =>
        [.. Sample.JudgeSentence(text, language, Grounding).Findings.Select(static finding => finding.Rule)];
}
