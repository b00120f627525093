using System.Globalization;

namespace Dunning.Evals.Data;

/// <summary>
/// Whole mails written out, sentence by sentence: <c>= persona | subject</c>, then lines of <c>label[+label]: sentence</c>
/// (<c>none</c> for padding) and <c>~ greeting or closing</c>; a blank line ends a mail.
/// </summary>
public static class MailBook
{
    private const string None = "none";

    /// <exception cref="FormatException">A line is none of these, or a label is unknown; file and line are named.</exception>
    public static IEnumerable<LabelledReply> Read(string language, string file, IReadOnlySet<string> labels)
    {
        LabelledReply? mail = null;
        List<string> lines = [];
        List<LabelledSentence> sentences = [];
        var number = 0;
        foreach (var line in File.ReadLines(file).Append(""))
        {
            number++;
            var text = line.Trim();
            FormatException Bad(string why) => new(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} line {number}: {why}"));
            if (text.Length == 0)
            {
                if (mail is not null && sentences.Count > 0) yield return Finish(mail, lines, sentences);
                (mail, lines, sentences) = (null, [], []);
            }
            else if (text[0] == '=')
            {
                var head = text[1..].Split('|', 2, StringSplitOptions.TrimEntries);
                mail = new("", language, head[0], "", "", head.Length > 1 ? head[1] : "", "", [], []);
            }
            else if (mail is null) throw Bad("a mail begins with \"= persona | subject\"");
            else if (text[0] == '~') lines.Add("\n" + text[1..].Trim() + "\n");
            else
            {
                var colon = text.IndexOf(": ", StringComparison.Ordinal);
                if (colon < 0) throw Bad("a sentence is \"label: text\"");
                string[] intents = text[..colon] == None ? [] : text[..colon].Split('+');
                if (intents.FirstOrDefault(i => !labels.Contains(i)) is { } unknown) throw Bad($"\"{unknown}\" is no intent");
                sentences.Add(new(text[(colon + 2)..].Trim(), intents));
                lines.Add(sentences[^1].Text + " ");
            }
        }
    }

    private static LabelledReply Finish(LabelledReply mail, List<string> lines, List<LabelledSentence> sentences) => mail with
    {
        Body = string.Concat(lines).Replace(" \n", "\n", StringComparison.Ordinal).Trim(), Sentences = sentences, Intents = [.. sentences.SelectMany(s => s.Intents).Distinct()],
    };
}
