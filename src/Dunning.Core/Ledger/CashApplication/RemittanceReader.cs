namespace Dunning.Core.Ledger.CashApplication;

/// <summary>Finds invoice, customer and structured numbers in the words a payer wrote.</summary>
internal sealed class RemittanceReader
{
    private const int LongestNumber = 8;

    private readonly NumberIndex index;
    private readonly IReadOnlyList<Token> tokens;
    private readonly bool[] used;
    private readonly bool[] afterInvoice;
    private readonly bool[] afterOther;
    private readonly List<(int From, int To, NamedInvoice Name)> named = [];
    private readonly HashSet<string> customers = [];

    private RemittanceReader(string text, NumberIndex index)
    {
        this.index = index;
        tokens = RemittanceTokens.Cut(text);
        used = new bool[tokens.Count];
        (afterInvoice, afterOther) = Contexts();
    }

    /// <summary>Reads text and reference field together.</summary>
    public static Remittance Read(IncomingPayment payment, NumberIndex index)
    {
        var structured = StructuredNames.Read(payment, index);
        var text = new RemittanceReader(structured.Rest, index);
        text.Find(fully: true);
        text.FindCustomers();
        text.Find(fully: false);
        text.FindTails();
        var ranges = text.Ranges();
        IReadOnlyList<NamedInvoice> all = [.. structured.Named, .. text.named.OrderBy(found => found.From).Select(found => found.Name)];
        return new(all, ranges, [.. structured.Invalid, .. UnknownNumbers.Find(text.tokens, text.used, text.afterInvoice, text.afterOther, index)], text.customers);
    }

    private void Find(bool fully)
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            for (var to = Reach(from); to >= from; to--)
            {
                var span = tokens.Skip(from).Take(to - from + 1).ToList();
                if (!(fully ? span.Any(token => !token.IsDigits) : Bare(span, from)) || !span.Any(token => token.IsDigits)) continue;
                var found = fully ? index.Full(span) : index.Digits(span);
                if (found.Count == 0) continue;
                Take(from, to, new(found, fully || IsStrong(span, from, found), MatchMethod.InvoiceNumber, Written(span)));
                from = to;
                break;
            }
        }
    }

    // Letters in front were left out; a number behind "order" or "customer" is none of ours.
    private bool Bare(List<Token> span, int from) => span[0].IsDigits && !span.Any(token => token.Masked) && !afterOther[from];

    private bool IsStrong(List<Token> span, int from, IReadOnlySet<InvoiceName> found)
    {
        var length = span.Sum(token => token.IsDigits ? token.Text.Length : 0);
        var asWritten = found.Any(name => NumberForms.WithoutPrefix(index.Numbers[name]).Count == span.Count);
        return afterInvoice[from] || length >= (asWritten ? 5 : 7);
    }

    private void FindTails()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (used[i] || !tokens[i].IsDigits || tokens[i].Masked || afterOther[i] || tokens[i].Trimmed.Length < 2) continue;
            var found = index.Tail(tokens[i]);
            if (found.Count == 0) found = Abbreviated(i);
            if (found.Count > 0) Take(i, i, new(found, false, MatchMethod.InvoiceNumber, tokens[i].Text));
        }
    }

    // "10045/46/47": the last digits of the next numbers.
    private IReadOnlySet<InvoiceName> Abbreviated(int at)
    {
        var before = named.Where(found => found.To < at && tokens[found.To].Text.Length > tokens[at].Text.Length).OrderByDescending(found => found.To).FirstOrDefault();
        if (before.Name is null || !tokens[before.To].IsDigits || !Enumerable.Range(before.To + 1, at - before.To).All(ContinuesList)) return new HashSet<InvoiceName>();
        var first = tokens[before.To];
        var last = string.Concat(first.Text.AsSpan(0, first.Text.Length - tokens[at].Text.Length), tokens[at].Text);
        List<Token> span = [.. tokens.Skip(before.From).Take(before.To - before.From), new Token(last, true, first.Gap, false)];
        return span.Any(token => !token.IsDigits) ? index.Full(span) : index.Digits(span);
    }

    private bool ContinuesList(int at) =>
        (tokens[at].IsDigits || RemittanceWords.IsConnector(tokens[at].Text)) && tokens[at].Gap.Trim() is ("/" or "," or "+" or "&" or "");

    private void FindCustomers()
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            for (var to = Reach(from); to >= from; to--)
            {
                var span = tokens.Skip(from).Take(to - from + 1).ToList();
                var found = index.Customers(span);
                var certain = span.Any(token => !token.IsDigits) || IsCustomerContext(from) || NumberForms.Digits(span).Length >= 5;
                if (found.Count == 0 || !certain || !span.Any(token => token.IsDigits) || span.Any(token => token.Masked)) continue;
                if (!IsCustomerContext(from) && index.Digits(span).Count > 0) continue;
                customers.UnionWith(found);
                for (var i = from; i <= to; i++) used[i] = true;
                from = to;
                break;
            }
        }
    }

    private bool IsCustomerContext(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (RemittanceWords.IsCustomer(tokens[i].Text)) return true;
            if (!RemittanceWords.IsConnector(tokens[i].Text)) return false;
        }

        return false;
    }

    private List<NamedRange> Ranges()
    {
        List<NamedRange> found = [];
        var ordered = named.OrderBy(name => name.From).ToList();
        foreach (var (left, right) in ordered.Zip(ordered.Skip(1)))
        {
            var between = Enumerable.Range(left.To + 1, right.From - left.To - 1).Select(i => tokens[i]).ToList();
            var dashed = tokens[right.From].Gap.Trim() is "-" or "--" or "...";
            if (!(between.Count == 0 ? dashed : between.All(token => RemittanceWords.IsRange(token.Text) || RemittanceWords.IsInvoice(token.Text) || RemittanceWords.IsConnector(token.Text)) && (dashed || between.Any(token => RemittanceWords.IsRange(token.Text))))) continue;
            if (NumberRange.Between(left.Name.Invoices, right.Name.Invoices, index) is { } range) found.Add(range);
        }

        return found;
    }

    private int Reach(int from)
    {
        if (used[from]) return from - 1;
        var to = from;
        while (to + 1 < tokens.Count && to - from + 1 < LongestNumber && tokens[to + 1].Joins && !used[to + 1]) to++;
        return to;
    }

    private void Take(int from, int to, NamedInvoice name)
    {
        for (var i = from; i <= to; i++) used[i] = true;
        named.Add((from, to, name));
    }

    private static string Written(IEnumerable<Token> span) => string.Concat(span.Select((token, at) => (at == 0 ? "" : token.Gap) + token.Text)).ToUpperInvariant();

    private (bool[] Invoice, bool[] Other) Contexts()
    {
        var (invoice, other) = (new bool[tokens.Count], new bool[tokens.Count]);
        // A text that is nothing but numbers speaks of invoices: of what else.
        var inInvoice = tokens.All(token => token.IsDigits || RemittanceWords.IsConnector(token.Text));
        var inOther = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            // The reference field is a line of its own: a word before it says nothing about it.
            if (tokens[i].Gap.Contains('\n', StringComparison.Ordinal)) inOther = false;
            (invoice[i], other[i]) = (inInvoice, inOther);
            if (tokens[i].IsDigits || RemittanceWords.IsConnector(tokens[i].Text)) continue;
            inInvoice = RemittanceWords.IsInvoice(tokens[i].Text);
            inOther = !inInvoice && RemittanceWords.IsOther(tokens[i].Text);
        }

        return (invoice, other);
    }
}
