using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dunning.Mail.Mime;

namespace Dunning.Evals.NewTexts;

/// <summary>A complete mail with the text that is new in it.</summary>
internal sealed record BuiltMail(string Id, string Language, string Layout, byte[] Raw, string Expected)
{
    /// <summary>The layout file it comes from.</summary>
    public string File { get; init; } = "";
}

/// <summary>Fills the words of a language into a layout and writes the mail as a program would.</summary>
internal static partial class MailAssembly
{
    static MailAssembly() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static BuiltMail Build(MailLayout layout, MailWords words, string newText)
    {
        string Fill(string template, bool html) => Slot().Replace(template, m => Value(words, newText, m.Groups[1].Value, m.Groups[2].Value, html));
        var expected = layout.Kind == LayoutKind.Text ? new List<string>() : [.. Fill(layout.New, html: false).Split('\n')];
        var text = new List<string>();
        foreach (var line in layout.Text.Split('\n'))
        {
            var isNew = layout.Kind == LayoutKind.Text && line.StartsWith('+');
            var filled = Fill(isNew ? line[1..] : line, html: false);
            text.Add(filled);
            if (isNew) expected.AddRange(filled.Split('\n'));
            else if (layout.Kind == LayoutKind.Text && expected.Count > 0) expected.Add("");
        }
        var sender = layout.Options.GetValueOrDefault("sender") ?? words["name"];
        var raw = Write(layout, sender, words["subject"], string.Join('\n', text), Fill(layout.Html, html: true));
        return new BuiltMail($"{layout.Id}.{words.Language}", words.Language, layout.Id, raw, Normal(string.Join('\n', expected)));
    }

    /// <summary>Texts compare by their lines: blanks at line ends and runs of empty lines say nothing.</summary>
    public static string Normal(string text)
    {
        var lines = text.Replace("\r", "", StringComparison.Ordinal).Split('\n').Select(l => l.Trim().Replace('\u00A0', ' '));
        return Gaps().Replace(string.Join('\n', lines), "\n\n").Trim('\n');
    }

    private static string Value(MailWords words, string newText, string key, string filter, bool html)
    {
        if (key == "sp") return " ";
        var value = key == "new" ? newText : words[key];
        var lines = value.Split('\n');
        string Safe(string line) => WebUtility.HtmlEncode(line);
        return filter switch
        {
            ">" => string.Join('\n', lines.Select(l => l.Length == 0 ? ">" : "> " + l)),
            ">>" => string.Join('\n', lines.Select(l => l.Length == 0 ? ">>" : ">> " + l)),
            "br" => string.Join("<br>\n", lines.Select(Safe)),
            "div" => string.Concat(lines.Select(l => l.Length == 0 ? "<div><br></div>" : $"<div>{Safe(l)}</div>")),
            "p" => string.Concat(value.Split("\n\n").Select(p => $"<p>{string.Join("<br>", p.Split('\n').Select(Safe))}</p>\n")),
            "mso" => string.Concat(lines.Select(l => $"<p class=MsoNormal>{(l.Length == 0 ? "&nbsp;" : Safe(l))}<o:p></o:p></p>\r\n")),
            _ => html ? Safe(value) : value,
        };
    }

    private static byte[] Write(MailLayout layout, string sender, string subject, string text, string html)
    {
        // The header comes from the product's writer, the body parts from here: programs encode them in many ways.
        var head = new MimeBuilder
        {
            From = new MailAddress(sender, "jane@pelican.example"), To = [new MailAddress("Nordwind Fixtures", "ar@collections.test")], Subject = "Re: " + subject,
            MessageId = $"{layout.Id}@pelican.example", Date = new DateTimeOffset(2026, 3, 11, 14, 5, 0, TimeSpan.FromHours(1)), TextBody = "", InReplyTo = "touch-1@collections.test",
        }.Build();
        var fields = Encoding.ASCII.GetString(head);
        fields = fields[..fields.IndexOf("MIME-Version", StringComparison.Ordinal)] + "MIME-Version: 1.0\r\n";
        using var output = new MemoryStream();
        output.Write(Encoding.ASCII.GetBytes(fields));
        switch (layout.Kind)
        {
            case LayoutKind.Text:
                Part(output, "text/plain", text, layout.Options);
                break;
            case LayoutKind.Html:
                Part(output, "text/html", html, layout.Options);
                break;
            case LayoutKind.Both:
                output.Write("Content-Type: multipart/alternative; boundary=\"=_part\"\r\n\r\n--=_part\r\n"u8);
                Part(output, "text/plain", text, layout.Options);
                output.Write("\r\n--=_part\r\n"u8);
                Part(output, "text/html", html, layout.Options);
                output.Write("\r\n--=_part--\r\n"u8);
                break;
        }
        return output.ToArray();
    }

    private static void Part(MemoryStream output, string type, string text, IReadOnlyDictionary<string, string> options)
    {
        var charset = options.GetValueOrDefault("charset") ?? "utf-8";
        var cte = options.GetValueOrDefault("cte") switch { "qp" => "quoted-printable", "base64" => "base64", _ => "8bit" };
        var flowed = options.ContainsKey("flowed") && type == "text/plain" ? "; format=flowed" : "";
        var bytes = Encoding.GetEncoding(charset).GetBytes(text.ReplaceLineEndings("\r\n"));
        output.Write(Encoding.ASCII.GetBytes($"Content-Type: {type}; charset={charset}{flowed}\r\nContent-Transfer-Encoding: {cte}\r\n\r\n"));
        output.Write(cte switch
        {
            "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)),
            "quoted-printable" => QuotedPrintable(bytes),
            _ => bytes,
        });
    }

    private static byte[] QuotedPrintable(byte[] bytes)
    {
        var output = new StringBuilder();
        var column = 0;
        foreach (var b in bytes)
        {
            var piece = b is (byte)'\r' or (byte)'\n' or >= 32 and <= 126 && b != '=' ? ((char)b).ToString() : $"={b:X2}";
            if (b == '\n') column = 0;
            else if (column + piece.Length > 72 && b != '\r')
            {
                output.Append("=\r\n");
                column = 0;
            }
            output.Append(piece);
            column += piece.Length;
        }
        // A blank at the end of a line would be cut off on the way.
        return Encoding.ASCII.GetBytes(output.ToString().Replace(" \r\n", "=20\r\n", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{([a-z0-9_]+)(?:\|([a-z>]+))?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Slot();

    [GeneratedRegex(@"\n{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Gaps();
}
