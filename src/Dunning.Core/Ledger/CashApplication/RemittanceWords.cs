using System.Collections.Frozen;

namespace Dunning.Core.Ledger.CashApplication;

/// <summary>The words round the numbers of a remittance text (folded to lower case without accents): English, German, French, Spanish, Italian, Dutch.</summary>
internal static class RemittanceWords
{
    private static readonly FrozenSet<string> InvoiceWords = FrozenSet.ToFrozenSet(
    [
        "inv", "invs", "invoice", "invoices", "bill", "re", "rg", "rnr", "rgnr", "renr", "rech", "rechn", "beleg", "belegnr", "fact", "fac", "facs",
        "ft", "fatt", "fra", "fras", "fv", "fakt", "fc", "rn",
    ]);

    private static readonly string[] InvoiceStems = ["rechnung", "factur", "fattur", "faktur", "factuur", "invoic", "facture"];

    private static readonly FrozenSet<string> OtherWords = FrozenSet.ToFrozenSet(
    [
        "po", "order", "orders", "ord", "bo", "kd", "kdnr", "kunde", "kunden", "kto", "konto", "customer", "cust", "client", "cliente", "klant", "acct", "account",
        "tel", "phone", "fax", "iban", "bic", "vat", "ust", "ustid", "tva", "btw", "nif", "cif", "siret", "eref", "kref", "mref", "cred", "mandat", "mandate",
        "gs", "cn", "credit", "avoir", "gutschrift", "abono", "plz", "ls", "lieferschein", "project", "projekt", "contract", "contrat", "contrato", "dossier",
        "ticket", "filiale", "store", "abt", "swift", "trn", "ordernr", "debitor", "deb", "debiteur", "relatienr", "relatie", "creditnota", "lot", "ref",
    ]);

    private static readonly string[] OtherStems =
        ["bestell", "auftrag", "command", "pedido", "bestelling", "ordin", "kundenn", "klantn", "debiteur", "vertrag", "lieferschein", "nota", "projekt"];

    private static readonly FrozenSet<string> CustomerWords = FrozenSet.ToFrozenSet(
        ["kd", "kdnr", "kunde", "kunden", "kundennummer", "kundennr", "customer", "cust", "client", "cliente", "klant", "klantnr", "klantnummer", "acct", "account", "debitor", "deb", "debiteur", "relatienr", "debiteurnummer"]);

    private static readonly FrozenSet<string> Connectors = FrozenSet.ToFrozenSet(
        ["and", "und", "et", "y", "e", "en", "u", "sowie", "no", "nos", "nr", "nrn", "nummer", "number", "numbers", "num", "numero", "numeros", "n", "nº", "bis", "to", "thru", "through", "a", "al", "hasta", "tot", "t", "m", "tm", "von", "from", "de", "du", "nb"]);

    private static readonly FrozenSet<string> RangeWords = FrozenSet.ToFrozenSet(["bis", "to", "thru", "through", "a", "al", "hasta", "tot", "tm", "au"]);

    private static readonly FrozenSet<string> Currencies = FrozenSet.ToFrozenSet(
        ["eur", "euro", "euros", "usd", "gbp", "chf", "jpy", "sek", "nok", "dkk", "pln", "czk", "cad", "aud", "huf", "kwd", "€", "$", "£"]);

    public static bool IsInvoice(string word) => InvoiceWords.Contains(word) || InvoiceStems.Any(stem => word.StartsWith(stem, StringComparison.Ordinal));

    /// <summary>A word after which a number is something else than an invoice: an order, a customer, a telephone.</summary>
    public static bool IsOther(string word) => OtherWords.Contains(word) || OtherStems.Any(stem => word.StartsWith(stem, StringComparison.Ordinal));

    public static bool IsCustomer(string word) => CustomerWords.Contains(word);

    /// <summary>A word that leaves open what came before: "invoices 17 and 18", "Rechnung Nr. 17".</summary>
    public static bool IsConnector(string word) => Connectors.Contains(word);

    public static bool IsRange(string word) => RangeWords.Contains(word);

    public static bool IsCurrency(string word) => Currencies.Contains(word);
}
