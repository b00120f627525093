namespace Dunning.Core.Ledger.CashApplication;

/// <summary>
/// The ways a number can be written: spaces and dashes differ, zeros in front are dropped, prefixes left out. Two
/// numbers agree when they share a form.
/// </summary>
internal static class NumberForms
{
    /// <summary>Forms of a run of tokens: glued, glued without leading zeros, and part by part.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<Token> tokens)
    {
        HashSet<string> forms = [string.Concat(tokens.Select(token => token.Text)), Glued(tokens)];
        if (tokens.Count > 1) forms.Add(string.Join('|', tokens.Select(token => token.Trimmed)));
        return forms;
    }

    /// <summary>The tokens from the first digits on: a number without the letters in front.</summary>
    public static IReadOnlyList<Token> WithoutPrefix(IReadOnlyList<Token> tokens) => [.. tokens.SkipWhile(token => !token.IsDigits)];

    /// <summary>All digits of a run of tokens in order.</summary>
    public static string Digits(IEnumerable<Token> tokens) => string.Concat(tokens.Where(token => token.IsDigits).Select(token => token.Text));

    private static string Glued(IReadOnlyList<Token> tokens)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            // Zeros lead where a digit run begins, not where a separator or a line break cut it.
            var leads = tokens[i].IsDigits && (i == 0 || !tokens[i - 1].IsDigits);
            text.Append(leads ? tokens[i].Trimmed : tokens[i].Text);
        }

        return text.ToString();
    }
}

/// <summary>The candidates' invoices by every form of their number.</summary>
internal sealed class NumberIndex
{
    private readonly Dictionary<string, HashSet<InvoiceName>> full = [];
    private readonly Dictionary<string, HashSet<InvoiceName>> digits = [];
    private readonly Dictionary<string, HashSet<InvoiceName>> tails = [];
    private readonly Dictionary<string, HashSet<string>> customers = [];
    private readonly Dictionary<InvoiceName, IReadOnlyList<Token>> numbers = [];

    public NumberIndex(IEnumerable<PayableItem> items)
    {
        foreach (var item in items.DistinctBy(item => item.Invoice)) Add(item);
    }

    /// <summary>Letters the candidates' numbers begin with.</summary>
    public HashSet<string> Prefixes { get; } = [];

    /// <summary>Lengths of the digit runs of the candidates' numbers.</summary>
    public HashSet<int> Lengths { get; } = [];

    public IReadOnlyDictionary<InvoiceName, IReadOnlyList<Token>> Numbers => numbers;

    public IReadOnlySet<InvoiceName> Full(IReadOnlyList<Token> tokens) => Find(full, NumberForms.Of(tokens));

    public IReadOnlySet<InvoiceName> Digits(IReadOnlyList<Token> tokens) => Find(digits, NumberForms.Of(tokens));

    public IReadOnlySet<InvoiceName> Tail(Token token) => Find(tails, new HashSet<string> { token.Trimmed });

    public IReadOnlySet<string> Customers(IReadOnlyList<Token> tokens) => Find(customers, NumberForms.Of(tokens));

    private void Add(PayableItem item)
    {
        var tokens = RemittanceTokens.Cut(item.Number);
        numbers[item.Invoice] = tokens;
        foreach (var form in NumberForms.Of(tokens)) Put(full, form, item.Invoice);
        var bare = NumberForms.WithoutPrefix(tokens);
        if (bare.Count > 0)
        {
            foreach (var form in NumberForms.Of(bare)) Put(digits, form, item.Invoice);
            Lengths.Add(NumberForms.Digits(bare).Length);
            if (tokens[0] is { IsDigits: false, Text: [_, _, ..] prefix }) Prefixes.Add(prefix);
        }

        if (bare.Where(token => token.IsDigits).ToList() is [_, _, ..] parts && !parts[^1].IsYear) Put(tails, parts[^1].Trimmed, item.Invoice);
        foreach (var form in NumberForms.Of(RemittanceTokens.Cut(item.Customer))) Put(customers, form, item.Customer);
    }

    private static void Put<T>(Dictionary<string, HashSet<T>> index, string form, T value)
    {
        if (!index.TryGetValue(form, out var held)) index[form] = held = [];
        held.Add(value);
    }

    private static HashSet<T> Find<T>(Dictionary<string, HashSet<T>> index, IReadOnlySet<string> forms)
    {
        HashSet<T> found = [];
        foreach (var form in forms) if (index.TryGetValue(form, out var held)) found.UnionWith(held);
        return found;
    }
}
