using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Ledger.CashApplication;

/// <summary>Structured references of a payment, resolved to invoices.</summary>
/// <param name="Invalid">What looks like a structured reference and fails its check digits.</param>
/// <param name="Rest">Text and reference without them.</param>
internal sealed partial record StructuredNames(IReadOnlyList<NamedInvoice> Named, IReadOnlyList<IReadOnlyList<Token>> Invalid, string Rest)
{
    private const int FewestDigits = 4;

    public static StructuredNames Read(IncomingPayment payment, NumberIndex index)
    {
        List<NamedInvoice> named = [];
        List<IReadOnlyList<Token>> invalid = [];
        var whole = WithCheckDigit(payment.Reference, index);
        if (whole is not null) named.Add(whole);
        var text = Folding.Fold(whole is null ? $"{payment.Text}\n{payment.Reference}" : payment.Text);
        text = CreditorShape().Replace(text, match => Resolve(match.Value, LongestValid(match.Value)));
        text = BelgianShape().Replace(text, match => Resolve(match.Value, StructuredReferences.Belgian(Digits(match.Value)) is { } ten ? (ten, match.Value) : null));
        return new(named, invalid, text);

        string Resolve(string written, (string Payload, string Taken)? valid)
        {
            if (valid is not { } known)
            {
                invalid.Add(RemittanceTokens.Cut(written));
                return " ; ";
            }

            var invoices = Invoices(known.Payload, index);
            if (invoices.Count > 0) named.Add(new(invoices, true, MatchMethod.StructuredReference, known.Taken.Trim().ToUpperInvariant()));
            else invalid.Add(RemittanceTokens.Cut(known.Payload));
            return $" ; {written[known.Taken.Length..]}";
        }
    }

    // The words behind a reference in groups of four must not be taken for its end.
    private static (string, string)? LongestValid(string written)
    {
        for (var length = written.Length; length >= 5; length--)
        {
            if (length < written.Length && char.IsLetterOrDigit(written[length]) && char.IsLetterOrDigit(written[length - 1])) continue;
            if (StructuredReferences.CreditorReference(written[..length]) is { } payload) return (payload, written[..length]);
        }

        return null;
    }

    private static NamedInvoice? WithCheckDigit(string? reference, NumberIndex index)
    {
        var digits = reference is null ? "" : string.Concat(reference.Where(sign => sign is not (' ' or '-')));
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit) || index.Digits(RemittanceTokens.Cut(digits)).Count > 0) return null;
        if ((StructuredReferences.Swiss(digits) ?? StructuredReferences.Belgian(digits)) is { } certain && Invoices(certain, index) is { Count: > 0 } strong)
            return new(strong, true, MatchMethod.StructuredReference, reference!.Trim());
        // One check digit of ten is right by chance: such a reference needs the exact amount beside it.
        return (StructuredReferences.Luhn(digits) is { } luhn && Invoices(luhn, index) is { Count: > 0 } byLuhn ? byLuhn
            : StructuredReferences.Finnish(digits) is { } finnish ? Invoices(finnish, index) : null) is { Count: > 0 } weak
            ? new(weak, false, MatchMethod.StructuredReference, reference!.Trim())
            : null;
    }

    // The number of the invoice, filled up with zeros, or behind the number of its customer.
    private static HashSet<InvoiceName> Invoices(string payload, NumberIndex index)
    {
        var tokens = RemittanceTokens.Cut(payload);
        HashSet<InvoiceName> found = [.. index.Full(tokens), .. index.Digits(tokens)];
        if (found.Count > 0 || !payload.All(char.IsAsciiDigit)) return found;
        foreach (var (name, number) in index.Numbers)
        {
            var digits = NumberForms.Digits(number).TrimStart('0');
            if (digits.Length < FewestDigits || !payload.EndsWith(digits, StringComparison.Ordinal)) continue;
            var front = payload[..^digits.Length].Trim('0');
            var customer = NumberForms.Digits(RemittanceTokens.Cut(name.Customer)).Trim('0');
            if (front.Length == 0 || (customer.Length > 2 && front == customer)) found.Add(name);
        }

        return found;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\brf ?\d{2}(?: ?[a-z0-9]){1,21}", Options)]
    private static partial Regex CreditorShape();

    [GeneratedRegex(@"(?:\+\+\+|\*\*\*) ?\d{3} ?/ ?\d{4} ?/ ?\d{5} ?(?:\+\+\+|\*\*\*)", Options)]
    private static partial Regex BelgianShape();
}
