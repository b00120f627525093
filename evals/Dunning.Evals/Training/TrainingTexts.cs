using System.Collections.Concurrent;
using Dunning.Evals.Data;
using Dunning.Flows.Reading;
using Dunning.Learning.Text;

namespace Dunning.Evals.Training;

/// <summary>The texts the classifier learns from: every distinct sentence, and whole messages that want one thing or nothing.</summary>
internal sealed class TrainingTexts
{
    private const float MessageWeight = 0.7f, CuesWeight = 0.5f;
    private readonly ConcurrentDictionary<(string Text, string Language), string> cues = new(), messages = new();

    public List<LabelledText> Of(IReadOnlyList<LabelledReply> rows)
    {
        Parallel.ForEach(rows, row =>
        {
            foreach (var sentence in row.Sentences) Cues(sentence.Text, row.Lang);
            if (IsLearnedWhole(row)) Message(row);
        });
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<LabelledText> texts = [];
        foreach (var row in rows)
        {
            foreach (var sentence in row.Sentences)
                if (seen.Add(sentence.Text)) texts.AddRange(Texts(sentence.Text, Cues(sentence.Text, row.Lang), row, sentence.Intents, 1f));
            if (IsLearnedWhole(row) && seen.Add(row.Body)) texts.AddRange(Texts(Whole(row), Message(row), row, row.Intents, MessageWeight));
        }
        return texts;
    }

    private static bool IsLearnedWhole(LabelledReply row) => row.Sentences.Count > 1 && row.Intents.Count <= 1;

    // The classifier shares out one probability; a sentence that wants two things is learned once for each.
    // Once with its words and once with the cues alone: an author nobody knows shares the meaning, not the words.
    private static IEnumerable<LabelledText> Texts(string text, string cues, LabelledReply row, IReadOnlyList<string> intents, float weight)
    {
        string[] labels = intents.Count == 0 ? [ReaderModel.NoIntent] : [.. intents];
        foreach (var label in labels)
        {
            yield return new(text + cues, [label], row.Group, weight / labels.Length);
            yield return new(cues, [label], row.Group, CuesWeight * weight / labels.Length);
        }
    }

    private static string Whole(LabelledReply row) => SubjectLine.Before(SubjectLine.Own(row.WrittenSubject), row.Body[..Closings.Start(row.Body)]);

    private string Cues(string sentence, string language) => cues.GetOrAdd((sentence, language), key => ReadingCues.Alone(key.Text, key.Language));

    private string Message(LabelledReply row) => messages.GetOrAdd((Whole(row), row.Lang), key => ReadingCues.AnnotateMessage(key.Text, key.Language)[key.Text.Length..]);
}
