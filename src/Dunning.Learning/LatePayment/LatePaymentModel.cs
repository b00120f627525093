using Dunning.Learning.Calibration;
using Dunning.Learning.Linear;
using Dunning.Learning.Storage;
using Dunning.Learning.Trees;

namespace Dunning.Learning.LatePayment;

/// <summary>
/// Predicts whether an invoice will be paid late and by how many days. The chance is a blend, on the log-odds scale, of boosted trees and a
/// logistic regression, weighed and calibrated on the newest part of the training rows; the days come from trees that predict the median.
/// Immutable and safe for use from many threads.
/// </summary>
public sealed class LatePaymentModel
{
    private const string Kind = "LATE";
    private const ushort Version = 1;

    private readonly LatePaymentParts parts;

    internal LatePaymentModel(LatePaymentParts parts, DateOnly cut, int rowCount, double lateShare) =>
        (this.parts, Cut, RowCount, LateShare) = (parts, cut, rowCount, lateShare);

    /// <summary>Day at which training knew no more.</summary>
    public DateOnly Cut { get; }

    /// <summary>Rows trained on.</summary>
    public int RowCount { get; }

    /// <summary>Share of late ones among them.</summary>
    public double LateShare { get; }

    /// <summary>
    /// Trains on the rows whose as-of day lies before the cut and whose outcome was known on it: the due date had passed (late or not),
    /// and for the days the payment had come.
    /// </summary>
    /// <param name="rows">Rows of <see cref="InvoiceHistory.Features"/>, in any order.</param>
    /// <param name="cut">First day of the future.</param>
    /// <exception cref="ArgumentException">Too few rows with a known outcome, or only one outcome among them.</exception>
    public static LatePaymentModel Train(IReadOnlyList<LatePaymentRow> rows, DateOnly cut) => LatePaymentTraining.Run(rows, cut);

    /// <summary>
    /// Chance of payment after the due date, expected days late (the median: half come later), and what drives the chance.
    /// An invoice past its due date on the as-of day is late already: the chance is 1 and the days are at least those passed.
    /// </summary>
    public LatePaymentScore Score(LatePaymentRow row)
    {
        var days = parts.Days.Raw(parts.Codes.ForTrees(row));
        var passed = row.Invoice.AsOf.DayNumber - row.Invoice.Due.DayNumber;
        var late = passed > 0 ? 1 : parts.Calibration.Apply(Blend(row));
        return new LatePaymentScore(late, passed > 0 ? Math.Max(days, passed) : days, LatePaymentReasons.Of(row, Contributions(row)));
    }

    /// <summary>The chance alone.</summary>
    public double Probability(LatePaymentRow row) => row.Invoice.AsOf > row.Invoice.Due ? 1 : parts.Calibration.Apply(Blend(row));

    /// <summary>
    /// What each feature moves the log-odds by against an average row; attributes follow the numeric features.
    /// </summary>
    public double[] Contributions(LatePaymentRow row)
    {
        var total = Array.ConvertAll(parts.Trees.Contributions(parts.Codes.ForTrees(row)), c => c * parts.TreeShare * parts.Calibration.Slope);
        var linear = parts.Linear.Contributions(parts.Codes.ForLinear(row));
        var owners = Enumerable.Range(0, row.Values.Length).Concat(parts.Codes.LinearOwners.Select(o => row.Values.Length + o)).ToArray();
        for (var i = 0; i < linear.Length; i++) total[owners[i]] += linear[i] * (1 - parts.TreeShare) * parts.Calibration.Slope;
        return total;
    }

    /// <summary>Writes everything a score needs: attribute codes, both chance models, their blend and calibration, the days model, cut and counts.</summary>
    public void Save(Stream stream) => ModelFile.Write(stream, Kind, Version, writer =>
    {
        writer.Write(Cut.DayNumber);
        writer.Write(RowCount);
        writer.Write(LateShare);
        parts.Write(writer);
    });

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelFileException">The file is no late-payment model, of another version, truncated or damaged.</exception>
    public static LatePaymentModel Load(Stream stream) => ModelFile.Read(stream, Kind, Version, reader =>
    {
        var (cut, rowCount, lateShare) = (DateOnly.FromDayNumber(reader.ReadInt32()), reader.ReadInt32(), reader.ReadDouble());
        return new LatePaymentModel(LatePaymentParts.Read(reader), cut, rowCount, lateShare);
    });

    private double Blend(LatePaymentRow row) =>
        parts.TreeShare * parts.Trees.Raw(parts.Codes.ForTrees(row)) + (1 - parts.TreeShare) * parts.Linear.Raw(parts.Codes.ForLinear(row));
}

/// <summary>The prediction for one invoice.</summary>
/// <param name="LateProbability">Chance of payment after the due date, 0 to 1.</param>
/// <param name="ExpectedDaysLate">Median of the days late; negative means early.</param>
/// <param name="Reasons">What drives the chance, strongest first, at most three.</param>
public sealed record LatePaymentScore(double LateProbability, double ExpectedDaysLate, IReadOnlyList<LatePaymentReason> Reasons);

/// <summary>One reason.</summary>
/// <param name="Effect">Change of the log-odds; above 0 makes late payment likelier.</param>
/// <param name="Text">The fact in words.</param>
public sealed record LatePaymentReason(double Effect, string Text);
