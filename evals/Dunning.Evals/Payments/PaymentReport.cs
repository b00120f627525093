using System.Globalization;
using System.Net;
using System.Text;
using Dunning.Evals.Reading;

namespace Dunning.Evals.Payments;

/// <summary>Figures of one kind of payment.</summary>
/// <param name="Decidable">Payments whose truth is an application, not a person.</param>
/// <param name="Applied">Payments applied without a person.</param>
/// <param name="Right">Of these, with every allocation as in the truth.</param>
public sealed record PaymentScore(string Type, int Cases, int Decidable, int Applied, int Right);

/// <summary>A payment applied wrongly, for reading.</summary>
public sealed record PaymentMiss(string Id, string Type, string Text, string Got, string Expected);

/// <summary>What the payments suite measured; intervals are two-sided 95 % Clopper–Pearson.</summary>
/// <param name="Coverage">Share of the decidable payments applied without a person.</param>
/// <param name="AppliedShare">Share of all payments applied without a person.</param>
public sealed record PaymentReport(
    string Source, int Cases, int Decidable, int Applied, int Right, double Precision, double PrecisionLower, double PrecisionUpper, double Coverage, double CoverageLower, double CoverageUpper,
    double AppliedShare, double MicrosecondsPerPayment, IReadOnlyList<PaymentScore> Types, IReadOnlyList<PaymentMiss> Misses, IReadOnlyList<GateResult> Gates)
{
    /// <summary>The report for the terminal.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        text.AppendLine(Line($"{"payments",-28} {"cases",6} {"decidable",10} {"applied",8} {"right",6} {"wrong",6}"));
        foreach (var type in Types) text.AppendLine(Line($"{type.Type,-28} {type.Cases,6} {type.Decidable,10} {type.Applied,8} {type.Right,6} {type.Applied - type.Right,6}"));
        text.AppendLine(Line($"{"all",-28} {Cases,6} {Decidable,10} {Applied,8} {Right,6} {Applied - Right,6}"));
        text.AppendLine(Line($"precision {Precision:0.0000} [{PrecisionLower:0.0000}, {PrecisionUpper:0.0000}]; coverage {Coverage:0.0000} [{CoverageLower:0.0000}, {CoverageUpper:0.0000}] of the decidable, {AppliedShare:0.000} of all; {MicrosecondsPerPayment:0} µs a payment"));
        foreach (var miss in Misses) text.AppendLine(Line($"    {miss.Id} {miss.Type}: '{miss.Text}' got {miss.Got}, expected {miss.Expected}"));
        foreach (var gate in Gates) text.AppendLine(Line($"{(gate.Passed ? "ok    " : "FAILED")} {gate.Name} {gate.Value:0.0000} ({(gate.AtLeast ? ">=" : "<=")} {gate.Limit})"));
        return text.ToString();
    }

    /// <summary>The report for the browser.</summary>
    public string Html() => $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Cash application</title><h1>Cash application</h1><pre>{WebUtility.HtmlEncode(Text())}</pre></html>\n";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
