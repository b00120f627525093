using System.Globalization;

namespace Dunning.Evals.Payments;

/// <summary>Remittance texts as people and accounting programs write them, in six languages.</summary>
internal sealed class RemittanceText(Random chance)
{
    // {0}: the numbers; {d} a day; {a} the amount; {c} the customer's number; {o} an order number; {k} a long number of no meaning.
    private static readonly string[][] Sentences =
    [
        ["Invoice {0}", "INV {0}", "payment for invoice no. {0} dated {d}", "{0}", "Inv. {0} PO {o}", "Our ref {k} your invoice {0}", "settlement inv {0} amount {a} EUR", "PAYMENT {0} CUST {c}", "/INV/{0} {d}", "Thank you for your services, invoice {0}"],
        ["Rechnung {0}", "RE-Nr. {0}", "Rg.Nr. {0} vom {d}", "{0}", "Rechnungsnr {0} Kd-Nr {c}", "SVWZ+RE {0} EREF+{k}", "RNR {0} / {d} / {a} EUR", "Ueberweisung Rechnung {0} Bestellung {o}", "Zahlung zu Ihrer Rechnung {0} vom {d}, Kundennr. {c}", "Rechnungen {0}"],
        ["Facture {0}", "Règlement facture n° {0} du {d}", "FACT {0}", "{0}", "Fact. {0} - commande {o}", "VIR facture {0} client {c}", "Paiement de vos factures {0}"],
        ["Factura {0}", "Pago factura núm. {0} de {d}", "FRA {0}", "{0}", "Abono facturas {0} pedido {o}", "Transferencia fra. {0} cliente {c}"],
        ["Fattura {0}", "Saldo fattura n. {0} del {d}", "FT {0}", "{0}", "Pagamento ft. {0} ordine {o}", "Bonifico fatture {0} cliente {c}"],
        ["Factuur {0}", "Betaling factuurnr. {0} d.d. {d}", "Fact.nr {0}", "{0}", "Factuur {0} bestelling {o}", "Uw facturen {0} klantnr {c}"],
    ];

    private static readonly string[] WithoutNumber =
    [
        "payment", "Zahlung", "Ihre Rechnung vom {d}", "as agreed by phone", "Danke", "your services March", "règlement", "pago", "saldo", "betaling", "", "SVWZ+ Ueberweisung EREF+{k}", "invoice {d}",
        "Kundennummer {c}", "client {c}", "monthly payment", "NOTPROVIDED", "Abschlag", "PO {o}",
    ];

    private static readonly string[] Joins = [", ", " ", " + ", "; ", " und ", " and ", " / ", " et ", " y ", " e ", " en ", ","];

    public string Naming(IReadOnlyList<string> numbers, decimal amount, string customer)
    {
        var sentences = Sentences[chance.Next(Sentences.Length)];
        return Fill(sentences[chance.Next(sentences.Length)].Replace("{0}", string.Join(Joins[chance.Next(Joins.Length)], numbers), StringComparison.Ordinal), amount, customer);
    }

    public string Range(string first, string last) =>
        new[] { $"Rechnungen {first} bis {last}", $"invoices {first} to {last}", $"INV {first} - {last}", $"factures {first} à {last}", $"facturen {first} t/m {last}", $"facturas {first} a {last}" }[chance.Next(6)];

    public string Silent(decimal amount, string customer) => Fill(WithoutNumber[chance.Next(WithoutNumber.Length)], amount, customer);

    private string Fill(string text, decimal amount, string customer)
    {
        var day = new DateOnly(2026, 1, 1).AddDays(chance.Next(200));
        return text.Replace("{d}", day.ToString(new[] { "dd.MM.yyyy", "dd/MM/yyyy", "yyyy-MM-dd", "d.M.yy" }[chance.Next(4)], CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{a}", amount.ToString(chance.Next(2) == 0 ? "#,##0.00" : "0.00", CultureInfo.GetCultureInfo(chance.Next(2) == 0 ? "de-DE" : "en-US")), StringComparison.Ordinal)
            .Replace("{c}", customer, StringComparison.Ordinal)
            .Replace("{o}", "45" + chance.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{k}", chance.NextInt64(1_000_000_000, 99_999_999_999).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
