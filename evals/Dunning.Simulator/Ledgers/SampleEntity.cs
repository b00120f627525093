using Dunning.Core.Ledger;

namespace Dunning.Simulator.Ledgers;

/// <summary>The three creditors of the sample ledger, with how their invoices are numbered.</summary>
public sealed record SampleEntity(Entity Entity, string NumberFormat, IReadOnlyList<string> Currencies)
{
    /// <summary>All three.</summary>
    public static IReadOnlyList<SampleEntity> All(string mailbox) =>
    [
        new(
            new("gb01", "Larkfield Supplies Ltd", "GB", "Europe/London", "en", "GBP", Iban.Of("GB", "ZZBK00099912345678"), "ZZBKGB2LXXX",
                "https://pay.larkfield.example/invoices", "ar-gb@collections.test", mailbox, "Alma Whitcombe", "+44 20 7946 0018",
                "14 Quarry Row, Sampleton SX1 4QA, United Kingdom"),
            "LS-{0}-{1:00000}", ["GBP", "GBP", "GBP", "EUR"]),
        new(
            new("de01", "Tannengrund Handels GmbH", "DE", "Europe/Berlin", "de", "EUR", Iban.Of("DE", "999400000123456700"), "ZZBKDEFFXXX",
                "https://zahlung.tannengrund.example/rechnungen", "ar-de@collections.test", mailbox, "Mirja Sandleben", "+49 30 23125 018",
                "Musterallee 7, 10999 Beispielstadt"),
            "RE{0}-{1:00000}", ["EUR", "EUR", "EUR", "CHF"]),
        new(
            new("us01", "Copper Hollow Trading Inc.", "US", "America/New_York", "en", "USD", null, null,
                "https://pay.copperhollow.example/invoices", "ar-us@collections.test", mailbox, "Dana Quillfeather", "+1 212 555 0142",
                "500 Placeholder Plaza, Exampleville, NY 10099"),
            "CH{0}-{1:00000}", ["USD", "USD", "USD", "CAD"]),
    ];
}
