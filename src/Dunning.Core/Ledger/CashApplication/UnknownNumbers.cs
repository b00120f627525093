namespace Dunning.Core.Ledger.CashApplication;

/// <summary>Numbers in a text that look like an invoice of ours without being one of the candidates.</summary>
internal static class UnknownNumbers
{
    public static IEnumerable<IReadOnlyList<Token>> Find(IReadOnlyList<Token> tokens, bool[] used, bool[] afterInvoice, bool[] afterOther, NumberIndex index)
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            if (used[from]) continue;
            var to = from;
            while (to + 1 < tokens.Count && !used[to + 1] && tokens[to + 1].JoinsTightly) to++;
            var span = tokens.Skip(from).Take(to - from + 1).ToList();
            var lead = from + span.TakeWhile(token => !token.IsDigits).Count();
            if (lead <= to && LooksLikeInvoice(tokens, from, lead, span, afterInvoice, afterOther, index)) yield return span;
            from = to;
        }
    }

    private static bool LooksLikeInvoice(
        IReadOnlyList<Token> tokens, int from, int lead, List<Token> span, bool[] afterInvoice, bool[] afterOther, NumberIndex index)
    {
        var digits = span.SkipWhile(token => !token.IsDigits).ToList();
        if (digits.Any(token => token.Masked) || IsPeriod(digits)) return false;
        var length = NumberForms.Digits(digits).Length;
        if (length < 3) return false;
        var before = lead > 0 && !tokens[lead - 1].IsDigits && (lead > from || tokens[lead].Joins) ? tokens[lead - 1].Text : "";
        if (index.Prefixes.Contains(before) || RemittanceWords.IsInvoice(before)) return true;
        if (afterOther[lead] || RemittanceWords.IsOther(before)) return false;
        return afterInvoice[lead] || (length >= 5 && index.Lengths.Contains(length));
    }

    // "03/2026", "2026": a month or a year.
    private static bool IsPeriod(List<Token> digits) => digits switch
    {
        [var year] => year.IsYear,
        [var month, var year] => (IsMonth(month) && year.IsYear) || (month.IsYear && IsMonth(year)),
        _ => false,
    };

    private static bool IsMonth(Token token) => token is { IsDigits: true, Text: ['0', _] or ['1', '0' or '1' or '2'] or [_] };
}
