using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dunning.Evals.Data;

/// <summary>Composes messages from the phrase books, author style by author style; the same seed gives the same bytes.</summary>
public sealed class ReplyGenerator(PhraseBook book, int seed)
{
    /// <summary>Author styles the model never trains on.</summary>
    public static readonly string[] UnseenStyles = ["bookkeeper", "owner", "heritage", "dispatcher"];

    private const string None = "none";
    private static readonly string[] Slots = ["wd", "month", "date", "past", "name", "comp", "filler", "greet", "close", "subject"];
    private readonly Random random = new(seed);

    public IEnumerable<LabelledReply> Generate()
    {
        var number = 0;
        foreach (var (style, kind) in book.Sections.Where(s => !Slots.Contains(s.Kind)))
            foreach (var template in book.Of(style, kind))
            {
                var copies = 1 + Math.Min(2, template.Count(c => c is '[' or '{'));
                foreach (var reply in Texts(style, kind, template, copies))
                    yield return reply with { Id = string.Create(CultureInfo.InvariantCulture, $"{book.Language}-{++number:00000}") };
            }
    }

    /// <summary>Gives mails that were written out whole their number, group and split.</summary>
    public static IEnumerable<LabelledReply> Number(IEnumerable<LabelledReply> mails, string language) =>
        mails.Select((mail, i) => mail with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{language}-m{i + 1:0000}"), Group = $"{language}:{Hash(mail.Body):x8}", Split = SplitOf(mail.Style, mail.Body),
        });

    private IEnumerable<LabelledReply> Texts(string style, string kind, string template, int copies)
    {
        HashSet<string> seen = [];
        for (var i = 0; i < copies; i++)
        {
            var reply = Compose(style, kind, template);
            if (seen.Add(reply.Body)) yield return reply;
        }
    }

    private LabelledReply Compose(string style, string kind, string template)
    {
        var split = SplitOf(style, template);
        var sentences = new List<LabelledSentence> { new(book.Expand(template, random), kind == None ? [] : kind.Split('+')) };
        if (random.Next(5) == 0 && Companion(style, kind, split) is { } second) sentences.Add(second);
        var fillers = style is "curt" or "phone" or "slang" ? random.Next(6) == 0 ? 1 : 0 : random.Next(3);
        for (var i = 0; i < fillers; i++)
        {
            var filler = book.Expand(PhraseBook.Pick(Fillers(style, split), random), random);
            if (!sentences.Exists(s => s.Text == filler)) sentences.Insert(random.Next(sentences.Count + 1), new(filler, []));
        }
        if (style is "phone" or "slang") for (var i = 0; i < sentences.Count; i++) sentences[i] = sentences[i] with { Text = Typos.Apply(sentences[i].Text, random) };
        var body = Layout(style, sentences);
        var subject = book.Expand(PhraseBook.Pick(book.Of(style, "subject"), random), random);
        return new LabelledReply("", book.Language, style, split, $"{book.Language}:{Hash(template):x8}", subject, body,
            [.. sentences.SelectMany(s => s.Intents).Distinct()], sentences);
    }

    // Two thirds of the padding says something with the words of an intent and without its meaning.
    private string[] Fillers(string style, string split)
    {
        string[] meant = [.. book.Of(style, None).Where(t => SplitOf(style, t) == split)];
        return meant.Length > 0 && random.Next(3) > 0 ? meant : [.. book.Of(style, "filler")];
    }

    // Companions come from intents people really mix; an out-of-office text or an injection stays what it is.
    private LabelledSentence? Companion(string style, string kind, string split)
    {
        string[] mixes = ["promise_to_pay", "dispute", "document_request", "payment_confirmation", "thanks_ack", "question_other", "wrong_contact"];
        if (kind is "out_of_office" or "prompt_injection") return null;
        var other = PhraseBook.Pick(mixes, random);
        var choices = book.Of(style, other).Where(t => SplitOf(style, t) == split).ToArray();
        return other == kind || choices.Length == 0 ? null : new LabelledSentence(book.Expand(PhraseBook.Pick(choices, random), random), [other]);
    }

    private string Layout(string style, List<LabelledSentence> sentences)
    {
        var text = new StringBuilder();
        var greetings = book.Of(style, "greet");
        if (greetings.Count > 0 && random.Next(5) > 0) text.Append(book.Expand(PhraseBook.Pick(greetings, random), random)).Append(style == "phone" ? "\n" : "\n\n");
        Join(text, sentences, style == "phone" || random.Next(3) == 0);
        var closings = book.Of(style, "close");
        if (closings.Count > 0 && random.Next(5) > 0)
            text.Append("\n\n").Append(PhraseBook.Pick(closings, random)).Append('\n').Append(book.Expand("{name}", random));
        return text.ToString();
    }

    // Who leaves out the full stop begins a new line instead.
    private static void Join(StringBuilder text, List<LabelledSentence> sentences, bool lines)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            text.Append(sentences[i].Text);
            if (i + 1 < sentences.Count) text.Append(lines || sentences[i].Text[^1] is not ('.' or '!' or '?') ? '\n' : ' ');
        }
    }

    private static string SplitOf(string style, string template) =>
        UnseenStyles.Contains(style) ? "test_unseen" : Hash(template) % 7 == 0 ? "test_seen" : "train";

    private static uint Hash(string template) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(template)));
}
