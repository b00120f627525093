using System.Text.Json;
using Dunning.Mail.Mime;
using Dunning.Mail.Zoning;

namespace Dunning.Evals.NewTexts;

/// <summary>The mails from which the weights of <c>endings.model</c> are fitted.</summary>
internal static class EndingExamples
{
    public const int Folds = 5;
    private const int RepliesPerLanguage = 700;
    private const int ComposedPerLanguage = 900;
    private const int LongestText = 1500;

    /// <summary>The mails of the layout files, each with its sender's name and, as a batch of its own, without.</summary>
    public static IEnumerable<EndingExample> Batches(IEnumerable<string> files) => files.SelectMany(file => NewTextSuite.Mails(file)).SelectMany(m => Both(m));

    private static IEnumerable<EndingExample> Both(BuiltMail built)
    {
        var mail = MimeParser.Parse(built.Raw);
        var example = new EndingExample(built.Id, built.File, Fold(built.Id), MailText.Of(mail).Text, mail.From is [var sender, ..] ? sender.DisplayName : "", built.Expected);
        yield return example;
        if (example.Sender.Length > 0) yield return example with { Sender = "" };
    }

    /// <summary>Replies with the closings they have, without a closing, and with composed signatures.</summary>
    public static IEnumerable<EndingExample> Replies(int seed)
    {
        foreach (var language in NewTextSuite.Languages)
        {
            var words = EndingWords.Load(Path.Combine(EvalPaths.NewTexts, "endings", language + ".txt"));
            var random = new Random(seed);
            Reply[] replies = [.. Load(language)];
            random.Shuffle(replies);
            foreach (var reply in replies.Take(RepliesPerLanguage))
                yield return new EndingExample(reply.Id, "replies", Fold(reply.Group), reply.Body, "", reply.Content);
            // Of all the others only the words are counted: what people say is well known, their names are not.
            foreach (var reply in replies.Skip(RepliesPerLanguage))
                yield return new EndingExample(reply.Id, "words", Fold(reply.Group), reply.Content, "", reply.Content) { OnlyWords = true };
            for (var i = 0; i < ComposedPerLanguage; i++)
            {
                var reply = replies[random.Next(replies.Length)];
                yield return new EndingComposer(words, random, Fold(reply.Group)).Compose($"{language}-composed-{i}", reply.Content);
            }
        }
    }

    private sealed record Reply(string Id, string Group, string Body, string Content);

    private static IEnumerable<Reply> Load(string language)
    {
        foreach (var line in File.ReadLines(Path.Combine(EvalPaths.Replies, language + ".jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            string Text(string name) => root.GetProperty(name).GetString() ?? "";
            var sentences = root.GetProperty("sentences");
            if (Text("split") != "train" || sentences.GetArrayLength() == 0 || Text("body").Length > LongestText) continue;
            var last = sentences[sentences.GetArrayLength() - 1].GetProperty("text").GetString() ?? "";
            var at = Text("body").LastIndexOf(last, StringComparison.Ordinal);
            // The content must end with its line.
            if (last.Length == 0 || at < 0 || at + last.Length < Text("body").Length && Text("body")[at + last.Length] != '\n') continue;
            yield return new Reply(Text("id"), Text("group"), Text("body"), Text("body")[..(at + last.Length)]);
        }
    }

    /// <summary>A stable fifth of a text.</summary>
    private static int Fold(string text) => (int)(text.Aggregate(2166136261u, (h, c) => (h ^ c) * 16777619) % Folds);
}
