namespace Dunning.Mail.Zoning;

/// <summary>What surrounds the last new lines of a mail.</summary>
/// <param name="Sender">The sender's name; empty when not known.</param>
/// <param name="QuoteFollows">Whether an older mail stands below.</param>
/// <param name="SignatureFollows">Whether lines below are already known to be signature, note or "sent from".</param>
/// <param name="Addressed">Folded words with which the older mail addresses the sender: salutation and "To:".</param>
/// <param name="BeginsLower">Whether the sender began in lower case, as one types on a phone.</param>
internal sealed record EndSurroundings(string Sender, bool QuoteFollows, bool SignatureFollows, IReadOnlySet<string> Addressed, bool BeginsLower);

/// <summary>One of the last new lines, with what is known about it.</summary>
internal sealed class EndLine(int index, string text, bool afterGap, EndSurroundings around, EndModel model)
{
    private static readonly char[] Edges = [' ', '\t', '*', '_', ',', '.', '(', ')', ':', ';', '!', '?', '"', '<', '>', '-', '–', '/', '|', '~'];

    public int Index => index;

    public string Text { get; } = text.Trim();

    /// <summary>Whether an empty line or something not new stands above.</summary>
    public bool AfterGap => afterGap;

    public EndSurroundings Around => around;

    /// <summary>The new line above and below; null at the ends of what is looked at.</summary>
    public EndLine? Above { get; set; }

    public EndLine? Below { get; set; }

    /// <summary>How many new lines stand below.</summary>
    public int FromEnd { get; set; }

    /// <summary>Lines of its paragraph.</summary>
    public int Siblings { get; set; }

    /// <summary>Whether its paragraph holds an address or telephone number.</summary>
    public bool ContactBeside { get; set; }

    public string[] Tokens { get; } = text.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> Words { get; } = EndWords.Of(text);

    /// <summary>What the model knows of the words.</summary>
    public double?[] Scores => _scores ??= [.. Words.Select(model.Word)];

    private double?[]? _scores;

    public bool IsName => _isName ??= NameBlocks.IsName(Text);

    private bool? _isName;

    public bool IsContact => _isContact ??= NameBlocks.IsFooter(Text) || Text.Contains('@', StringComparison.Ordinal) && Tokens.Length <= 3;

    private bool? _isContact;

    public bool Closes => _closes ??= Closings.Is(Text) || Closings.IsThanks(Text) || Closings.IsWish(Text);

    private bool? _closes;

    /// <summary>Words written as in a sentence: in lower case, and no particle of a name.</summary>
    public int LowerWords => _lower ??= Tokens.Count(t => t.Trim(Edges) is [var c, ..] word && char.IsLower(c) && !ClosingPhrases.NameParticles.Contains(word));

    private int? _lower;

    /// <summary>Capitalised words.</summary>
    public int UpperWords => _upper ??= Tokens.Count(t => t.Trim(Edges) is [var c, ..] && char.IsUpper(c));

    private int? _upper;

    public bool EndsWith(char sign) => Text.Length > 0 && Text[^1] == sign;

    public bool EndsSentence => Text is [.., '.' or '!' or '?' or '…'];

    /// <summary>Whether the two lines share a word that is no common one: "Flo" above "Cyclo Flo".</summary>
    public bool Echoes(EndLine? other) =>
        other is not null && Words.Where((w, i) => w.Length > 2 && (Scores[i] ?? 0) > -1).Any(w => other.Words.Contains(w));
}
