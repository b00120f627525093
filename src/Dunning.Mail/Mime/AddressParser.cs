using System.Text;

namespace Dunning.Mail.Mime;

/// <summary>Address lists (RFC 5322 §3.4, obsolete forms of §4.4) read over the undecoded text, so that an encoded word can never add an address.</summary>
internal static class AddressParser
{
    private enum Mark { Word, Quoted, Comment, At, Dot, Comma, Semicolon, Colon, Open, Close }

    private readonly record struct Token(Mark Mark, string Text, bool SpaceBefore);

    public static IReadOnlyList<MailAddress> ParseList(string text, int most, DefectList defects)
    {
        var tokens = Tokenize(text);
        var found = new List<MailAddress>();
        var start = 0;
        var angle = false;
        for (var i = 0; i <= tokens.Count && found.Count < most; i++)
        {
            var mark = i < tokens.Count ? tokens[i].Mark : Mark.Comma;
            if (mark == Mark.Open)
                angle = true;
            else if (mark == Mark.Close)
                angle = false;
            else if (mark == Mark.Colon && !angle)
                start = i + 1; // A group's name.
            else if (mark is Mark.Comma or Mark.Semicolon && (!angle || i == tokens.Count))
            {
                AddOne(tokens, start, i, found, defects);
                start = i + 1;
                angle = false;
            }
        }
        if (found.Count == most)
            defects.Add(MimeDefectKind.LimitExceeded, "More addresses than allowed; the rest is left out.");
        return found;
    }

    private static void AddOne(List<Token> tokens, int start, int end, List<MailAddress> found, DefectList defects)
    {
        if (start >= end)
            return;
        var open = tokens.FindLastIndex(end - 1, end - start, t => t.Mark == Mark.Open);
        string address, name;
        if (open >= 0)
        {
            var close = tokens.FindIndex(open, end - open, t => t.Mark == Mark.Close);
            var routeEnd = tokens.FindLastIndex((close < 0 ? end : close) - 1, (close < 0 ? end : close) - open, t => t.Mark == Mark.Colon);
            address = Join(tokens, (routeEnd < 0 ? open : routeEnd) + 1, close < 0 ? end : close, spaced: false);
            name = Join(tokens, start, open, spaced: true);
        }
        else
        {
            var at = tokens.FindIndex(start, end - start, t => t.Mark == Mark.At);
            var first = at;
            while (first > start && !tokens[first].SpaceBefore && tokens[first - 1].Mark is Mark.Word or Mark.Quoted or Mark.Dot)
                first--;
            var last = at;
            while (last >= 0 && last + 1 < end && tokens[last + 1].Mark is Mark.Word or Mark.Dot && !tokens[last + 1].SpaceBefore)
                last++;
            address = at < 0 ? "" : Join(tokens, first, last + 1, spaced: false);
            name = at < 0 ? Join(tokens, start, end, spaced: true) : Join(tokens, start, first, spaced: true);
        }
        if (name.Length == 0)
            name = tokens.Skip(start).Take(end - start).FirstOrDefault(t => t.Mark == Mark.Comment).Text ?? "";
        var at2 = address.LastIndexOf('@');
        if (at2 <= 0 || at2 == address.Length - 1)
        {
            if (address.Length > 0 || name.Length > 0)
                defects.Add(MimeDefectKind.MalformedAddress, "An address without local part or domain.");
            if (address.Length == 0)
                return;
        }
        found.Add(new MailAddress(EncodedWords.Decode(name, defects).Trim(), EncodedWords.Clean(address).Trim()));
    }

    private static string Join(List<Token> tokens, int start, int end, bool spaced)
    {
        var text = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            var token = tokens[i];
            if (token.Mark is Mark.Comment or Mark.Open or Mark.Close)
                continue;
            if (spaced && token.SpaceBefore && text.Length > 0)
                text.Append(' ');
            if (!spaced && token.Mark == Mark.Quoted)
                text.Append(Quote(token.Text));
            else
                text.Append(token.Text);
        }
        return text.ToString();
    }

    /// <summary>A quoted local part is written back with its quotes only where it needs them.</summary>
    private static string Quote(string local) =>
        local.Length > 0 && local.All(c => char.IsLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal))
            ? local : $"\"{local.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        var space = false;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                space = true;
                i++;
                continue;
            }
            var (mark, value, next) = c switch
            {
                '"' => ReadQuoted(text, i),
                '(' => ReadComment(text, i),
                '@' => (Mark.At, "@", i + 1),
                '.' => (Mark.Dot, ".", i + 1),
                ',' => (Mark.Comma, ",", i + 1),
                ';' => (Mark.Semicolon, ";", i + 1),
                ':' => (Mark.Colon, ":", i + 1),
                '<' => (Mark.Open, "<", i + 1),
                '>' => (Mark.Close, ">", i + 1),
                _ => ReadWord(text, i),
            };
            tokens.Add(new Token(mark, value, space));
            space = false;
            i = next;
        }
        return tokens;
    }

    private static (Mark, string, int) ReadWord(string text, int start)
    {
        var i = start;
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && !"\"(@.,;:<>".Contains(text[i], StringComparison.Ordinal))
        {
            // An encoded word is one word, whatever characters it holds.
            if (text[i] == '=' && i + 1 < text.Length && text[i + 1] == '?' && EncodedWordEnd(text, i) is > 0 and var end)
                i = end;
            else
                i++;
        }
        return (Mark.Word, text[start..i], i);
    }

    private static int EncodedWordEnd(string text, int start)
    {
        var marks = 0;
        for (var i = start + 2; i < text.Length && i < start + 2000 && !char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] != '?')
                continue;
            if (++marks == 3)
                return i + 1 < text.Length && text[i + 1] == '=' ? i + 2 : -1;
        }
        return -1;
    }

    private static (Mark, string, int) ReadQuoted(string text, int start)
    {
        var value = new StringBuilder();
        var i = start + 1;
        for (; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                i++;
            value.Append(text[i]);
        }
        return (Mark.Quoted, value.ToString(), Math.Min(i + 1, text.Length));
    }

    private static (Mark, string, int) ReadComment(string text, int start)
    {
        var value = new StringBuilder();
        var depth = 1;
        var i = start + 1;
        for (; i < text.Length && depth > 0; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                i++;
            else if (text[i] == '(')
                depth++;
            else if (text[i] == ')' && --depth == 0)
                continue;
            value.Append(text[i]);
        }
        return (Mark.Comment, value.ToString(), i);
    }
}
