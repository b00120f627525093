using Dunning.Core.Correspondence;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Grounding;

/// <summary>
/// Finds what the ledger itself calls things: numbers in any format, names, addresses and links, longest first, so
/// that their digits are covered before anything else is read into them.
/// </summary>
public sealed class KnownNumbers
{
    private readonly List<(string Written, string Name)> known;
    private readonly string? iban;
    private readonly string? phone;

    /// <summary>Collects the identifiers of a mail.</summary>
    public KnownNumbers(CandidateMail mail, FactSet facts)
    {
        iban = facts.Iban is { } account ? Compact(account) : null;
        phone = facts.Phone;
        IEnumerable<string?> all =
        [
            .. facts.Invoices.Select(static invoice => invoice.Number), .. facts.Attachments, .. facts.DisputedInvoices,
            .. facts.Promises.SelectMany(static promise => promise.Invoices), .. facts.PaymentsReceived.SelectMany(static payment => payment.Invoices),
            .. facts.PaymentsReceived.Select(static payment => payment.Reference), facts.CustomerNumber, facts.CaseReference, facts.Bic, facts.Phone, .. facts.Footer,
            facts.PayUrl, facts.ReplyTo, mail.FromAddress, mail.To, .. mail.Attachments.Select(static attachment => attachment.FileName),
        ];
        known = [.. all.Where(static name => !string.IsNullOrWhiteSpace(name)).Select(static name => (CleanText.From(name!).Text.Trim(), name!.Trim()))
            .Distinct().OrderByDescending(static name => name.Item1.Length)];
    }

    /// <summary>
    /// Places of known identifiers. <paramref name="plainDigits"/> tells whether those made of digits alone are
    /// wanted, which give way to longer readings ("250 EUR"), or the others, which give way to nothing.
    /// </summary>
    public void Find(Part part, bool plainDigits, List<Item> items)
    {
        var text = part.Clean.Text;
        foreach (var (written, name) in known)
        {
            if (written.Any(char.IsLetter) == plainDigits) continue;
            var comparison = written.Length > 3 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            for (var at = text.IndexOf(written, comparison); at >= 0; at = at + 1 < text.Length ? text.IndexOf(written, at + 1, comparison) : -1)
            {
                if (!LedgerNames.IsWhole(text, at, written.Length)) continue;
                var item = new Item(ItemKind.Known, at, written.Length, [], [], name);
                if (plainDigits) items.Add(item);
                else Place(items, item);
            }
        }

        if (plainDigits) return;
        if (iban is not null) FindIban(text, items);
        if (phone is not null) FindPhone(text, items);
        foreach (var (start, length) in part.Masks) Place(items, new(ItemKind.Known, start, length, [], [], text.Substring(start, length)));
    }

    /// <summary>Adds an item unless its place is taken.</summary>
    public static bool Place(List<Item> items, Item item)
    {
        foreach (var other in items)
        {
            if (item.Start < other.End && other.Start < item.End) return false;
        }

        items.Add(item);
        return true;
    }

    /// <summary>Letters and digits alone, in upper case.</summary>
    public static string Compact(string value) => new([.. value.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);

    // National forms begin with an area code that looks like no telephone number by itself.
    private void FindPhone(string text, List<Item> items)
    {
        foreach (var match in Shapes.LoosePhone.EnumerateMatches(text))
        {
            var written = text.Substring(match.Index, match.Length);
            if (Phones.AreSame(written, phone)) Place(items, new(ItemKind.Known, match.Index, match.Length, [], [], written));
        }
    }

    // An account number may be set in groups; only spaces may lie between them.
    private void FindIban(string text, List<Item> items)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var matched = 0;
            var at = start;
            while (at < text.Length && matched < iban!.Length && (char.ToUpperInvariant(text[at]) == iban[matched] || (matched > 0 && text[at] == ' ')))
            {
                if (text[at] != ' ') matched++;
                at++;
            }

            if (matched == iban!.Length && (at == text.Length || !char.IsLetterOrDigit(text[at])) && (start == 0 || !char.IsLetterOrDigit(text[start - 1])))
                Place(items, new(ItemKind.Iban, start, at - start, [], [], iban));
        }
    }
}
