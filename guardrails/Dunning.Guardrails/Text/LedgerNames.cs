using Dunning.Core.Correspondence;

namespace Dunning.Guardrails.Text;

/// <summary>
/// Names, addresses and numbers of the ledger, which are taken out before words are judged: a creditor may be called
/// "Inkasso GmbH" and a contact "Sue Miller". Only whole names count, so that a threat cannot borrow half of one.
/// </summary>
public sealed class LedgerNames
{
    private static readonly HashSet<string> LegalForms =
    [
        "GMBH", "AG", "KG", "OHG", "SE", "UG", "EK", "EG", "EV", "CO", "&", "LTD", "LIMITED", "LLP", "PLC", "INC", "LLC", "CORP", "SA", "SAS", "SASU", "SARL",
        "EURL", "SNC", "SL", "SLU", "SLL", "SAU", "SRL", "SRLS", "SPA", "SAPA", "BV", "NV", "VOF", "CV", "BVBA", "MBH", "SCOP",
    ];

    private readonly List<string> names;

    /// <summary>Collects the names, longest first.</summary>
    public LedgerNames(CandidateMail mail, FactSet facts)
    {
        IEnumerable<string?> all =
        [
            facts.Creditor, facts.PersonaName, facts.CustomerName, facts.CustomerNumber, facts.ContactName, facts.PostalAddress,
            facts.PayUrl, facts.ReplyTo, mail.FromAddress, mail.To, facts.Iban, .. Lines(facts.PostalAddress),
            .. facts.Invoices.Select(static invoice => invoice.Number), .. facts.Attachments, .. facts.DisputedInvoices,
            .. facts.PaymentsReceived.Select(static payment => payment.Reference),
            .. mail.Attachments.Select(static attachment => attachment.FileName), .. ContactParts(facts.ContactName),
            .. ShortNames(facts.CustomerName), .. ShortNames(facts.Creditor),
        ];
        names = [.. all.Where(static name => name is { Length: > 1 }).Select(static name => CleanText.From(name!).Text.Trim())
            .Where(static name => name.Length > 1 && name.Any(char.IsLetter)).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(static name => name.Length)];
    }

    /// <summary>Where names stand in a cleaned text; longest first wins, in order of place.</summary>
    public IReadOnlyList<(int Start, int Length)> In(string text)
    {
        var masks = new List<(int Start, int Length)>();
        foreach (var name in names)
        {
            for (var at = Next(text, name, 0); at >= 0; at = Next(text, name, at + 1))
            {
                if (IsWhole(text, at, name.Length) && !Overlaps(masks, at, name.Length)) masks.Add((at, name.Length));
            }
        }

        masks.Sort();
        return masks;
    }

    /// <summary>
    /// Whether the stretch stands for itself: not part of a longer word, number, address or link
    /// (<c>INV-100</c> in <c>INV-100-2</c>, <c>https://pay.example</c> in <c>https://pay.example.evil.test</c>).
    /// </summary>
    public static bool IsWhole(string text, int start, int length) =>
        !Continues(text, start - 1, -1, text[start]) && !Continues(text, start + length, 1, text[start + length - 1]);

    private static bool Continues(string text, int at, int step, char edge)
    {
        if (at < 0 || at >= text.Length) return false;
        if (char.IsLetterOrDigit(text[at])) return char.IsLetterOrDigit(edge);
        var beyond = at + step;
        return (step < 0 ? "-/_@." : "-/_@.?&=:%#+~").Contains(text[at], StringComparison.Ordinal) && beyond >= 0 && beyond < text.Length &&
            char.IsLetterOrDigit(text[beyond]);
    }

    private static int Next(string text, string name, int from) =>
        from > text.Length ? -1 : text.IndexOf(name, from, name.Contains(' ', StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static bool Overlaps(List<(int Start, int Length)> masks, int start, int length) =>
        masks.Exists(mask => start < mask.Start + mask.Length && mask.Start < start + length);

    // A postal address may be set over several lines of a signature.
    private static IEnumerable<string> Lines(string? address) =>
        address?.Split(['\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(static line => line.Contains(' ', StringComparison.Ordinal)) ?? [];

    // "Villa Justice" for "Casa di cura Villa Justice S.r.l.": two words or more of the name side by side, never the legal
    // form and never a single word, which may be the word of a threat.
    private static IEnumerable<string> ShortNames(string? name)
    {
        var words = name?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var end = words.Length;
        while (end > 0 && IsLegalForm(words[end - 1])) end--;
        for (var first = 0; first < end; first++)
        {
            for (var last = first + 1; last < end; last++)
            {
                if (char.IsUpper(words[first][0]) && char.IsUpper(words[last][0])) yield return string.Join(' ', words[first..(last + 1)]).TrimEnd(',', '.');
            }
        }
    }

    private static bool IsLegalForm(string word) =>
        LegalForms.Contains(word.Replace(".", "", StringComparison.Ordinal).TrimEnd(',').ToUpperInvariant());

    // "Dear Sue" as well as "Dear Ms Miller"; in the ledger's own capitals only.
    private static IEnumerable<string> ContactParts(string? contact) =>
        contact?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static part => part.Length > 2 && char.IsUpper(part[0])) ?? [];
}
