using System.Text.Json;

namespace Dunning.Evals.Reading;

/// <summary>Precision, recall and F1 of one intent.</summary>
public sealed record IntentScore(string Intent, int Support, double Precision, double Recall, double F1);

/// <summary>Figures of one split, for one language or all.</summary>
public sealed record SplitScore(string Split, string Lang, int Messages, double MacroF1Mission, double MacroF1All, IReadOnlyList<IntentScore> Intents);

/// <summary>A gate of evals/thresholds.json.</summary>
public sealed record GateResult(string Name, double Value, double Limit, bool AtLeast, bool Passed);

/// <summary>A phrase whose date came out wrong, for reading.</summary>
public sealed record DateMiss(string Lang, string Text, string Today, string? Expected, string? Got);

/// <summary>A message whose listed intents differ from the labelled ones, for reading. <paramref name="Heard"/> holds the listed intents with their probabilities.</summary>
public sealed record Misread(string Id, string Lang, string Body, IReadOnlyList<string> Expected, IReadOnlyDictionary<string, double> Heard);

/// <summary>What the reading suite measured.</summary>
public sealed record ReadingReport(
    IReadOnlyList<SplitScore> Splits, IReadOnlyDictionary<string, double> SafetyRecall, double SafetyToPeople, double Coverage, double CoverageError,
    double EceUnseen, double EceSeen, double LanguageAccuracy, int DatePhrases, double DatesExact, int DatesSilentlyWrong, IReadOnlyList<DateMiss> DateMisses,
    double MillisecondsPerMessage, IReadOnlyList<GateResult> Gates, IReadOnlyList<Misread> Misread)
{
    /// <summary>Share of the sure dates that extraction gets right when every sentence is taken for a promise.</summary>
    public double DatesExactExtraction { get; init; }

    /// <summary>The same on the phrases of the fresh batches.</summary>
    public double DatesFreshExact { get; init; }

    /// <summary>Phrases whose amounts were measured, and the share of them that came out right.</summary>
    public int AmountPhrases { get; init; }
    public double AmountsExact { get; init; }

    /// <summary>Wrong amounts that nobody would be asked about.</summary>
    public int AmountsSilentlyWrong { get; init; }
    public IReadOnlyList<DateMiss> AmountMisses { get; init; } = [];

    /// <summary>Share of messages nobody has to look at before the agent goes on.</summary>
    public double HandledWithoutPerson { get; init; }

    public static readonly JsonSerializerOptions Shape = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };
}
