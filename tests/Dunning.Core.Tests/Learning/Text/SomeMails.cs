using Dunning.Learning.Text;

namespace Dunning.Core.Tests.Learning.Text;

/// <summary>Small seeded corpora: sentences built from frames and fillers, three labels, several author groups.</summary>
internal static class SomeMails
{
    private static readonly (string Label, string[] Frames)[] Kinds =
    [
        ("promise", ["we will pay {0} on {1}", "payment of {0} follows by {1}", "wir zahlen {0} bis {1}", "I shall transfer {0} next {1}"]),
        ("dispute", ["invoice {0} is wrong, see {1}", "the goods of {0} arrived broken on {1}", "die Rechnung {0} vom {1} ist falsch", "we do not accept {0} since {1}"]),
        ("document", ["please send a copy of {0} from {1}", "could you forward invoice {0} of {1}", "bitte senden Sie Rechnung {0} vom {1}", "we never got the statement {0} for {1}"]),
    ];

    private static readonly string[] Days = ["Monday", "Friday", "end of May", "3 June", "the 15th"];

    public static List<LabelledText> Rows(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (label, frames) = Kinds[random.Next(Kinds.Length)];
            var frame = random.Next(frames.Length);
            var text = string.Format(frames[frame], random.Next(100, 99999), Days[random.Next(Days.Length)]);
            return new LabelledText(text, [label], Group: $"{label}-{frame}-{random.Next(5)}");
        })];
    }

    public static TextTrainingOptions Options => new() { Epochs = 8, Features = new TextFeatureOptions { BucketBits = 13 } };
}
