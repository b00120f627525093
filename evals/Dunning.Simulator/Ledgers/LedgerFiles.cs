using System.Globalization;
using System.Text;
using Dunning.Core;
using Dunning.Core.Ledger;

namespace Dunning.Simulator.Ledgers;

/// <summary>Writes the books as an ERP export would: one CSV file per entity, and the mapping that says what its columns mean.</summary>
internal static class LedgerFiles
{
    private const string Header =
        "doc_no,type,cust_no,cust_name,contact,mail,lang,country,zone,kind,segment,exclusion,issued,due,currency,amount,paid,paid_on,status,level,last_contact,reference,due1,amount1,due2,amount2";

    /// <summary>Writes the invoices known on a day; later ones have not been issued yet.</summary>
    public static async Task<string> WriteAsync(string folder, SampleLedger ledger, SampleEntity entity, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, entity.Entity.Id + ".csv");
        var text = new StringBuilder(Header).Append('\n');
        foreach (var customer in ledger.Of(entity))
            foreach (var invoice in customer.Invoices) Row(text, customer, invoice);
        await File.WriteAllTextAsync(path, text.ToString(), cancellationToken);
        return path;
    }

    /// <summary>The mapping of an entity's export.</summary>
    public static string Mapping(SampleEntity entity)
    {
        var e = entity.Entity;
        var text = new StringBuilder("entity:\n");
        foreach (var (name, value) in new[]
        {
            ("id", e.Id), ("name", e.Name), ("country", e.Country), ("time_zone", e.TimeZone), ("language", e.Language), ("currency", e.Currency), ("iban", e.Iban),
            ("bic", e.Bic), ("pay_url", e.PayUrl), ("from_address", e.FromAddress), ("reply_to", e.ReplyTo), ("persona_name", e.PersonaName), ("phone", e.Phone),
            ("postal_address", e.PostalAddress),
        })
        {
            if (value is not null) text.Append(CultureInfo.InvariantCulture, $"  {name}: \"{value}\"\n");
        }

        return text.Append(
            """
            file:
              delimiter: ","
            columns:
              number: doc_no
              kind: type
              customer: cust_no
              customer_name: cust_name
              contact: contact
              email: mail
              language: lang
              country: country
              time_zone: zone
              debtor_kind: kind
              segment: segment
              exclusion: exclusion
              issued: issued
              due: due
              currency: currency
              amount: amount
              paid: paid
              paid_on: paid_on
              status: status
              level: level
              last_contact: last_contact
              reference: reference
            instalments:
              - { due: due1, amount: amount1 }
              - { due: due2, amount: amount2 }

            """).ToString();
    }

    private static void Row(StringBuilder text, SampleCustomer customer, SampleInvoice invoice)
    {
        var several = invoice.Instalments.Count > 1;
        text.AppendJoin(',', new[]
        {
            invoice.Number, invoice.IsCredit ? "credit_note" : "invoice", customer.Number, Quoted(customer.Name), Quoted(customer.ContactName), customer.Email,
            customer.Language, customer.Country, customer.TimeZone, Wire.Name(customer.Kind), customer.Segment, Wire.Name(customer.Exclusion),
            Day(invoice.Issued), Day(invoice.Instalments[^1].Due), invoice.Currency, Number(invoice.Amount),
            invoice.Paid > 0 ? Number(invoice.Paid) : "", Day(invoice.PaidOn), Wire.Name(invoice.Status), customer.Level.ToString(CultureInfo.InvariantCulture),
            Day(customer.LastContact), invoice.Reference ?? "",
            several ? Day(invoice.Instalments[0].Due) : "", several ? Number(invoice.Instalments[0].Amount) : "",
            several ? Day(invoice.Instalments[1].Due) : "", several ? Number(invoice.Instalments[1].Amount) : "",
        }).Append('\n');
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Number(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
