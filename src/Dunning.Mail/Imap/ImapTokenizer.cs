using System.Text;

namespace Dunning.Mail.Imap;

/// <summary>Turns the segments of a response (text, literal, text, …) into tokens; bounded in depth and count.</summary>
internal sealed class ImapTokenizer(IReadOnlyList<byte[]> segments)
{
    private const int MostDepth = 50;
    private const int MostTokens = 2_000_000;
    private int _segment;
    private int _at;
    private int _count;

    private byte[] Line => segments[_segment];

    private bool AtEnd => _at >= Line.Length;

    /// <summary>Parses a complete response.</summary>
    /// <exception cref="ImapProtocolException">The bytes are no IMAP response.</exception>
    public static ImapResponse Parse(IReadOnlyList<byte[]> segments)
    {
        var tokenizer = new ImapTokenizer(segments);
        var tag = tokenizer.Word();
        if (tag.Length == 0)
            throw new ImapProtocolException("The server sent a line without tag.");
        tokenizer.SkipBlanks();
        if (tag == "+")
            return new ImapResponse(tag, null, [], tokenizer.Rest(), []);
        if (StatusOf(segments[0], tokenizer._at) is not { } status)
            return new ImapResponse(tag, null, [], "", tokenizer.Tokens(closing: false, depth: 0));
        tokenizer.Word();
        tokenizer.SkipBlanks();
        IReadOnlyList<ImapToken> code = [];
        if (!tokenizer.AtEnd && tokenizer.Line[tokenizer._at] == '[')
            code = tokenizer.CodeTokens();
        return new ImapResponse(tag, status, code, tokenizer.Rest(), []);
    }

    /// <summary>The status word that begins at this place of a line, or null; such lines end in free text and carry no literals.</summary>
    public static string? StatusOf(ReadOnlySpan<byte> line, int at)
    {
        var rest = line[Math.Min(at, line.Length)..];
        foreach (var status in new[] { "OK", "NO", "BAD", "BYE", "PREAUTH" })
        {
            if (rest.Length >= status.Length && Ascii.EqualsIgnoreCase(rest[..status.Length], status) && (rest.Length == status.Length || rest[status.Length] == ' '))
                return status;
        }
        return null;
    }

    private List<ImapToken> CodeTokens()
    {
        var end = Line.AsSpan(_at).IndexOf((byte)']');
        if (end < 0)
            return [];
        var inner = new ImapTokenizer([Line[(_at + 1)..(_at + end)]]);
        _at += end + 1;
        SkipBlanks();
        return inner.Tokens(closing: false, depth: 0);
    }

    private List<ImapToken> Tokens(bool closing, int depth)
    {
        if (depth > MostDepth)
            throw new ImapProtocolException("The server nested lists deeper than allowed.");
        var tokens = new List<ImapToken>();
        while (true)
        {
            SkipBlanks();
            if (AtEnd)
            {
                if (_segment + 2 < segments.Count)
                {
                    tokens.Add(new ImapToken.Text(segments[_segment + 1]));
                    _segment += 2;
                    _at = 0;
                    continue;
                }
                return closing ? throw new ImapProtocolException("The server left a list open.") : tokens;
            }
            if (++_count > MostTokens)
                throw new ImapProtocolException("The server sent more tokens than allowed.");
            switch (Line[_at])
            {
                case (byte)'(':
                    _at++;
                    tokens.Add(new ImapToken.List(Tokens(closing: true, depth + 1)));
                    break;
                case (byte)')':
                    _at++;
                    if (closing)
                        return tokens;
                    break; // A closing mark too many is ignored.
                case (byte)'"':
                    tokens.Add(Quoted());
                    break;
                default:
                    tokens.Add(new ImapToken.Atom(AtomText()));
                    break;
            }
        }
    }

    private ImapToken.Text Quoted()
    {
        var bytes = new List<byte>();
        for (_at++; ; _at++)
        {
            if (AtEnd)
                throw new ImapProtocolException("The server left a quoted string open.");
            var b = Line[_at];
            if (b == '"')
                break;
            if (b == '\\' && _at + 1 < Line.Length)
                b = Line[++_at];
            bytes.Add(b);
        }
        _at++;
        return new ImapToken.Text([.. bytes]);
    }

    /// <summary>An atom; brackets as in BODY[HEADER.FIELDS (SUBJECT)] belong to it with everything inside.</summary>
    private string AtomText()
    {
        var start = _at;
        var brackets = 0;
        for (; !AtEnd; _at++)
        {
            var b = Line[_at];
            if (b == '[')
                brackets++;
            else if (b == ']' && brackets > 0)
                brackets--;
            else if (brackets == 0 && b is (byte)' ' or (byte)'(' or (byte)')' or (byte)'"')
                break;
        }
        return Encoding.UTF8.GetString(Line, start, _at - start);
    }

    private string Word()
    {
        var start = _at;
        while (!AtEnd && Line[_at] != ' ')
            _at++;
        return Encoding.UTF8.GetString(Line, start, _at - start);
    }

    private string Rest()
    {
        var text = Encoding.UTF8.GetString(Line, _at, Line.Length - _at);
        _at = Line.Length;
        return text;
    }

    private void SkipBlanks()
    {
        while (!AtEnd && Line[_at] == ' ')
            _at++;
    }
}
