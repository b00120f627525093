using Dunning.Guardrails.Rules;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Grounding;

/// <summary>
/// Cuts a text into the stretches in which values belong together: sentences, joined again where only an abbreviation
/// or a semicolon between columns had parted them, and table rows, parted where a line break had joined them.
/// </summary>
internal static class Segments
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "nr", "no", "n", "num", "inv", "fact", "fac", "fra", "fras", "fatt", "ft", "rg", "rech", "rechn", "re", "art", "ref", "rif", "ech", "scad", "vto", "vcto", "venc", "verv", "fall", "faell", "dd",
        "d", "amt", "betr", "betrag", "approx", "ca", "resp", "bzw", "incl", "inkl", "tel", "telf", "tfno", "kd", "kto", "ord", "tot", "imp", "impt", "iss", "gg", "dag", "tg", "ges", "zzgl", "abzgl", "emis", "vom",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "okt", "dez", "mrz", "janv", "fevr", "avr", "juil", "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug", "set", "ott", "mrt",
        "circa", "fr", "sfr", "kr", "eur", "chf", "usd", "gbp", "st", "bld", "pag", "pos", "stk", "eing", "gg", "ggs",
    };

    /// <summary>The segments of a part with the items in them.</summary>
    internal static IReadOnlyList<(Sentence Sentence, IReadOnlyList<Item> Items)> Of(Part part, List<Item> items, Ledger ledger)
    {
        var text = part.Clean.Text;
        var segments = new List<(Sentence, IReadOnlyList<Item>)>();
        foreach (var sentence in Joined(part, items, ledger))
        {
            foreach (var piece in Stops(text, sentence, items).SelectMany(stop => Rows(text, stop, items, ledger))) segments.Add((piece, Within(piece, items)));
        }

        return segments;
    }

    private static List<Sentence> Joined(Part part, List<Item> items, Ledger ledger)
    {
        var joined = new List<Sentence>();
        foreach (var sentence in part.Sentences)
        {
            if (joined.Count > 0 && Continues(part.Clean.Text, joined[^1], sentence, items, ledger))
            {
                var before = joined[^1];
                joined[^1] = new(before.Start, sentence.Start + sentence.Length - before.Start, [.. before.Tokens, .. sentence.Tokens]);
            }
            else
            {
                joined.Add(sentence);
            }
        }

        return joined;
    }

    private static bool Continues(string text, Sentence before, Sentence next, List<Item> items, Ledger ledger)
    {
        var end = before.Start + before.Length - 1;
        if (end < 0 || before.Tokens.Length == 0 || text.AsSpan(end, next.Start - end).Contains('\n')) return false;
        if (text[end] == '.')
        {
            var following = text.AsSpan(end + 1).TrimStart();
            return !following.IsEmpty && Abbreviations.Contains(before.Tokens[^1].Word) && !char.IsUpper(following[0]);
        }

        // "INV-1; 5 March 2026; 1,234.56 EUR": columns, not clauses.
        if (text[end] != ';') return false;
        return Columns.PartedBySemicolons(text, end) || Numbers(before, items, ledger).Count == 1 && Numbers(next, items, ledger).Count == 0 &&
            Within(next, items) is [var first, ..] && text.AsSpan(next.Start, first.Start - next.Start).Trim().Length <= 12;
    }

    // A full stop behind two digits looks like that of an ordinal, but not behind a whole amount, date or number.
    private static List<Sentence> Stops(string text, Sentence sentence, List<Item> items)
    {
        var pieces = new List<Sentence>();
        var start = sentence.Start;
        foreach (var item in items)
        {
            if (item.Kind is not (ItemKind.Money or ItemKind.Date or ItemKind.Known or ItemKind.Iban) || item.Start < start || item.End + 2 >= sentence.Start + sentence.Length || text[item.End] != '.' || text[item.End + 1] is not (' ' or '\n') || !char.IsUpper(text[item.End + 2])) continue;
            if (Piece(sentence, start, item.End + 1) is { } piece) pieces.Add(piece);
            start = item.End + 1;
        }

        if (Piece(sentence, start, sentence.Start + sentence.Length) is { } last) pieces.Add(last);
        return pieces;
    }

    private static IEnumerable<Sentence> Rows(string text, Sentence sentence, List<Item> items, Ledger ledger)
    {
        var lines = Lines(text, sentence);
        var start = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (!Parts(text, lines[i - 1], lines[i], items, ledger)) continue;
            if (Piece(sentence, lines[start].Start, lines[i].Start) is { } piece) yield return piece;
            start = i;
        }

        if (start == 0) yield return sentence;
        else if (Piece(sentence, lines[start].Start, sentence.Start + sentence.Length) is { } last) yield return last;
    }

    // Two rows of a table follow each other, or a row and its sum, or a heading and the first row.
    private static bool Parts(string text, Sentence upper, Sentence lower, List<Item> items, Ledger ledger)
    {
        var (above, below) = (Numbers(upper, items, ledger), Numbers(lower, items, ledger));
        if (below.Count == 1 && above.Count == 0 && text.AsSpan(upper.Start, upper.Length).TrimEnd().EndsWith(":")) return Signature(lower, items).Count > 0;
        if (above.Count != 1 || Signature(upper, items).Count == 0) return false;
        if (below.Count == 1) return Signature(upper, items).SetEquals(Signature(lower, items));
        return below.Count == 0 && lower.Tokens.Length > 0 && TotalWords.In(lower) && Within(lower, items).Any(static item => item.Kind == ItemKind.Money);
    }

    private static List<Sentence> Lines(string text, Sentence sentence)
    {
        var lines = new List<Sentence>();
        var end = sentence.Start + sentence.Length;
        for (var start = sentence.Start; start < end;)
        {
            var at = text.IndexOf('\n', start, end - start);
            var stop = at < 0 ? end : at + 1;
            if (Piece(sentence, start, stop) is { } line) lines.Add(line);
            start = stop;
        }

        return lines;
    }

    private static Sentence? Piece(Sentence sentence, int start, int end)
    {
        Token[] tokens = [.. sentence.Tokens.Where(token => token.Start >= start && token.Start < end)];
        return tokens.Length == 0 ? null : new(start, end - start, tokens);
    }

    private static HashSet<string> Numbers(Sentence sentence, List<Item> items, Ledger ledger) =>
        [.. Within(sentence, items).Where(item => item.Kind == ItemKind.Known && ledger.IsInvoice(item.Name)).Select(static item => item.Name)];

    private static HashSet<ItemKind> Signature(Sentence sentence, List<Item> items) =>
        [.. Within(sentence, items).Select(static item => item.Kind).Where(static kind => kind is ItemKind.Money or ItemKind.Date or ItemKind.DayCount)];

    private static IReadOnlyList<Item> Within(Sentence sentence, List<Item> items) =>
        [.. items.Where(item => item.Start >= sentence.Start && item.Start < sentence.Start + sentence.Length)];
}
