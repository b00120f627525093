using System.Text;

namespace Dunning.Core.Correspondence;

/// <summary>A piece of a template.</summary>
public abstract record TemplatePart
{
    private TemplatePart() { }

    /// <summary>Words that stand as they are.</summary>
    public sealed record Words(string Text) : TemplatePart;

    /// <summary>The value of a slot, written <c>{name}</c>.</summary>
    public sealed record Value(string Slot) : TemplatePart;

    /// <summary>A word form chosen by the number of a slot, written <c>{name|one|other}</c>.</summary>
    public sealed record Form(string Slot, string One, string Other) : TemplatePart;
}

/// <summary>Text with typed slots. It can be filled, and matched against text to get the slots back.</summary>
/// <param name="Source">The text as written in the file.</param>
public sealed record Template(string Source, IReadOnlyList<TemplatePart> Parts)
{
    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">A brace is unmatched or a slot is malformed.</exception>
    public static Template Read(string source)
    {
        List<TemplatePart> parts = [];
        var at = 0;
        while (at < source.Length)
        {
            var open = source.IndexOf('{', at);
            var words = open < 0 ? source[at..] : source[at..open];
            if (words.Contains('}', StringComparison.Ordinal)) throw new FormatException("'}' without '{'");
            if (words.Length > 0) parts.Add(new TemplatePart.Words(words));
            if (open < 0) break;
            var close = source.IndexOf('}', open);
            if (close < 0) throw new FormatException("'{' without '}'");
            parts.Add(ReadSlot(source[(open + 1)..close]));
            at = close + 1;
        }

        return new(source, parts);
    }

    /// <summary>Names of the slots used.</summary>
    public IEnumerable<string> Slots => Parts.Select(SlotOf).OfType<string>().Distinct();

    /// <summary>All words outside of slots, the alternatives of word forms included.</summary>
    public string Words() => string.Join(' ', Parts.Select(part => part switch
    {
        TemplatePart.Words words => words.Text,
        TemplatePart.Form form => $"{form.One} {form.Other}",
        _ => "",
    }));

    /// <summary>Fills the slots.</summary>
    /// <exception cref="KeyNotFoundException">A slot has no value.</exception>
    /// <exception cref="FormatException">A value is not of its slot's type.</exception>
    public string Fill(IReadOnlyDictionary<string, string> values, LocaleFormats formats, Func<string, SlotKind> kinds)
    {
        var text = new StringBuilder();
        foreach (var (_, piece) in Pieces(values, formats, kinds)) text.Append(piece);
        return text.ToString();
    }

    /// <summary>The filled text piece by piece, values with the name of their slot and words without.</summary>
    internal IEnumerable<(string? Slot, string Text)> Pieces(IReadOnlyDictionary<string, string> values, LocaleFormats formats, Func<string, SlotKind> kinds) =>
        Parts.Select(part => part switch
        {
            TemplatePart.Words words => ((string?)null, words.Text),
            TemplatePart.Value value => (value.Slot, SlotText.Write(kinds(value.Slot), values[value.Slot], formats)),
            TemplatePart.Form form => (null, SlotText.IsOne(kinds(form.Slot), values[form.Slot], formats) ? form.One : form.Other),
            _ => throw new InvalidOperationException("unknown template part"),
        });

    private static string? SlotOf(TemplatePart part) => part switch
    {
        TemplatePart.Value value => value.Slot,
        TemplatePart.Form form => form.Slot,
        _ => null,
    };

    private static TemplatePart ReadSlot(string inner)
    {
        var pieces = inner.Split('|');
        var name = pieces[0];
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || c == '_'))
            throw new FormatException($"'{{{inner}}}' is not a slot");
        return pieces.Length switch
        {
            1 => new TemplatePart.Value(name),
            3 => new TemplatePart.Form(name, pieces[1], pieces[2]),
            _ => throw new FormatException($"'{{{inner}}}' needs one form for one and one for other"),
        };
    }
}
