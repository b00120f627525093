using System.Collections.Concurrent;
using Dunning.Evals.Data;
using Dunning.Flows.Reading;
using Dunning.Learning.Text;

namespace Dunning.Evals.Training;

/// <summary>The texts the classifier learns from: every distinct sentence, and whole messages that want one thing or nothing.</summary>
internal sealed class TrainingTexts
{
    private const float MessageWeight = 0.7f, CuesWeight = 0.5f;
    private readonly ConcurrentDictionary<(string Text, string Language), string> annotated = new();

    public List<LabelledText> Of(IReadOnlyList<LabelledReply> rows)
    {
        Parallel.ForEach(rows, row =>
        {
            foreach (var sentence in row.Sentences) Annotate(sentence.Text, row.Lang);
        });
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<LabelledText> texts = [];
        foreach (var row in rows)
        {
            foreach (var sentence in row.Sentences)
                if (seen.Add(sentence.Text)) texts.AddRange(Texts(sentence.Text, row, sentence.Intents, 1f));
            if (row.Sentences.Count > 1 && row.Intents.Count <= 1 && seen.Add(row.Body)) texts.AddRange(Texts(row.Body[..Closings.Start(row.Body)], row, row.Intents, MessageWeight));
        }
        return texts;
    }

    // The classifier shares out one probability; a sentence that wants two things is learned once for each.
    // Once with its words and once with the cues alone: an author nobody knows shares the meaning, not the words.
    private IEnumerable<LabelledText> Texts(string text, LabelledReply row, IReadOnlyList<string> intents, float weight)
    {
        string[] labels = intents.Count == 0 ? [ReaderModel.NoIntent] : [.. intents];
        foreach (var label in labels)
        {
            yield return new(Annotate(text, row.Lang), [label], row.Group, weight / labels.Length);
            yield return new(Annotate(text, row.Lang)[text.Length..], [label], row.Group, CuesWeight * weight / labels.Length);
        }
    }

    private string Annotate(string text, string language) => annotated.GetOrAdd((text, language), key => ReadingCues.Annotate(key.Text, key.Language));
}
