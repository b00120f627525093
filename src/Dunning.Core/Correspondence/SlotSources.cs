using System.Globalization;

namespace Dunning.Core.Correspondence;

/// <summary>The sources of the slot values of a plan.</summary>
internal sealed class SlotSources(FactSet facts)
{
    private static readonly LocaleFormats English = LocaleFormats.For("en");

    private string Ledger => $"ledger as of {English.Write(facts.Today)}";

    /// <summary>Every value the plan prints outside of the statement's lines, as it prints it.</summary>
    public IEnumerable<WrittenFact> Of(DraftPlan plan)
    {
        var formats = LocaleFormats.For(plan.Language);
        foreach (var use in plan.Clauses)
        {
            foreach (var (slot, value) in use.Slots)
            {
                foreach (var written in Written(SlotCatalog.Kinds[slot], value, formats))
                    yield return new(written, Of(slot, written, use.Slots));
            }
        }
    }

    /// <summary>The lines of the statement in a plan, canonical.</summary>
    public static IEnumerable<string> Lines(DraftPlan plan) => plan.Clauses
        .SelectMany(use => use.Slots).Where(slot => SlotCatalog.Kinds[slot.Key] == SlotKind.Lines)
        .SelectMany(slot => slot.Value.Split('\n')).Distinct();

    /// <summary>The source of a field of a statement's line.</summary>
    public FactSource OfLine(string field, string canonical)
    {
        var fields = canonical.Split('\t');
        var due = English.Write(DateOnly.ParseExact(fields[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return field switch
        {
            "date" => new(SourceKind.Invoice, $"invoice {fields[0]}, {Ledger}, due date"),
            "open" => new(SourceKind.Invoice, $"invoice {fields[0]}, {Ledger}, open amount"),
            "days" => new(SourceKind.Invoice, $"invoice {fields[0]}, days from {due} to {English.Write(facts.Today)}"),
            _ => Invoice(fields[0]),
        };
    }

    /// <summary>The source of an invoice number.</summary>
    public FactSource Invoice(string number) => facts.Invoices.FirstOrDefault(line => SlotText.Clean(line.Number) == number) is { } line
        ? new(SourceKind.Invoice, $"invoice {number}, {Ledger}, due {English.Write(line.Due)}")
        : new(SourceKind.Invoice, $"invoice {number} of the account, not in the statement");

    /// <summary>The source of a slot whose value does not matter for it.</summary>
    public FactSource OfSlot(string slot) => Of(slot, "", new Dictionary<string, string>());

    private static IEnumerable<string> Written(SlotKind kind, string value, LocaleFormats formats) => kind switch
    {
        SlotKind.Plural or SlotKind.Lines => [],
        SlotKind.Numbers or SlotKind.ShortNumbers => value.Split('\n').Where(item => item != "+"),
        SlotKind.Money or SlotKind.Date or SlotKind.Count or SlotKind.Name or SlotKind.Number or SlotKind.Iban or SlotKind.Literal
            or SlotKind.Address => [SlotText.Write(kind, value, formats)],
    };

    private FactSource Of(string slot, string written, IReadOnlyDictionary<string, string> slots) => slot switch
    {
        "total" => new(SourceKind.Account, $"sum of the invoices listed, {Ledger}"),
        "credits" => new(SourceKind.Account, $"credits not applied yet, {Ledger}"),
        "due" => new(SourceKind.Account, $"overdue less credits, {Ledger}"),
        "promise_date" or "promise_amount" or "promise_invoices" => Promise(Day(slots, "promise_date")),
        "payment_date" or "payment_amount" or "payment_invoices" => Payment(Day(slots, "payment_date")),
        "question_invoices" => new(SourceKind.Conversation, $"invoice {written}, asked about in the customer's mail"),
        "resolved" => new(SourceKind.Conversation, $"invoice {written}, a dispute that was settled"),
        "documents" => new(SourceKind.Conversation, $"copy of {written}, sent before"),
        "attachments" => new(SourceKind.Invoice, $"copy of {written}, attached"),
        "paused" => new(SourceKind.Invoice, $"invoice {written}, in dispute"),
        "reduced" => new(SourceKind.Invoice, $"invoice {written}, disputed in part"),
        "contact" => new(SourceKind.Customer, "contact of the customer, master data"),
        "customer" => new(SourceKind.Customer, "name of the customer, master data"),
        "customer_number" => new(SourceKind.Customer, "customer number, master data"),
        "persona" => new(SourceKind.Creditor, "name of the sender, creditor settings"),
        "creditor" => new(SourceKind.Creditor, "name of the creditor, creditor settings"),
        "iban" or "bic" => new(SourceKind.Creditor, "bank account, creditor settings"),
        "pay_url" => new(SourceKind.Creditor, "payment page, creditor settings"),
        "reply_to" => new(SourceKind.Creditor, "reply address, creditor settings"),
        "phone" => new(SourceKind.Creditor, "telephone, creditor settings"),
        "address" => new(SourceKind.Creditor, "postal address, creditor settings"),
        "statement_date" => new(SourceKind.Account, "day of the attached statement"),
        "footer" => new(SourceKind.Creditor, "footer, creditor settings"),
        _ => Invoice(written),
    };

    /// <summary>The source of a promise; the mail is found by its day.</summary>
    public static FactSource Promise(DateOnly? day) =>
        new(SourceKind.Promise, day is { } on ? $"promise of the customer for {English.Write(on)}" : "promise of the customer") { PromisedFor = day };

    /// <summary>The source of a payment.</summary>
    public static FactSource Payment(DateOnly? day) =>
        new(SourceKind.Payment, day is { } on ? $"payment of {English.Write(on)}, ledger" : "payment in the ledger");

    private static DateOnly? Day(IReadOnlyDictionary<string, string> slots, string name) =>
        slots.TryGetValue(name, out var day) && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
}
