using System.Text.Json;
using Dunning.Evals.Reading;

namespace Dunning.Evals.Timing;

/// <summary>A mean over seeds with its 95 % bootstrap interval.</summary>
public sealed record Gain(double Mean, double Lower, double Upper);

/// <summary>What one world showed.</summary>
/// <param name="Contacts">Contacts per arm; the same in every arm.</param>
/// <param name="Fixed">Share answered when all go out at 10:00.</param>
/// <param name="OverFixed">Share answered with learned hours less that at the fixed hour, per seed.</param>
/// <param name="LateOverFixed">The same over the last third of the days.</param>
/// <param name="Ece">Debiased expected calibration error of the stated chances.</param>
/// <param name="LearnedShare">Share of contacts at an hour that was preferred, not varied.</param>
public sealed record TimingWorldScore(
    string World, int Seeds, int Contacts, bool SameContacts, double Fixed, double Random, double Learned, double Best, Gain OverFixed, Gain OverRandom,
    Gain LateOverFixed, double Ece, double LearnedShare);

/// <summary>What the timing suite measured.</summary>
public sealed record TimingReport(IReadOnlyList<TimingWorldScore> Worlds, int Debtors, int Days, double Seconds, IReadOnlyList<GateResult> Gates)
{
    public static readonly JsonSerializerOptions Shape = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };
}
