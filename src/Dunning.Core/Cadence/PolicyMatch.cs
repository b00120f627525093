using System.Globalization;
using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>A band of overdue value. It speaks of one currency: an account in another one is not in it, since amounts are not compared without a rate.</summary>
/// <param name="From">Smallest overdue amount, in major units, included.</param>
/// <param name="Below">First amount above the band; null without upper end.</param>
public sealed record ValueBand(string Currency, decimal From, decimal? Below)
{
    /// <summary>True when the account's overdue value lies in the band.</summary>
    public bool Holds(PolicySubject subject) =>
        subject.Currency == Currency && subject.Overdue >= From && (Below is not { } end || subject.Overdue < end);
}

/// <summary>A band of the chance of late payment, 0 to 1. An account that was not scored yet is in no band.</summary>
/// <param name="From">Smallest chance, included.</param>
/// <param name="Below">First chance above the band; null without upper end.</param>
public sealed record RiskBand(double From, double? Below)
{
    /// <summary>True when the account was scored and its chance lies in the band.</summary>
    public bool Holds(PolicySubject subject) => subject.Risk is { } risk && risk >= From && (Below is not { } end || risk < end);
}

/// <summary>Whom a segment is for. Every condition that is given must hold; an empty one holds for all.</summary>
public sealed record PolicyMatch
{
    /// <summary>Holds for every account.</summary>
    public static PolicyMatch Everyone { get; } = new();

    /// <summary>Creditor entities by id.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];

    /// <summary>Customer groups.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Kinds of debtor.</summary>
    public IReadOnlyList<DebtorKind> Kinds { get; init; } = [];

    /// <summary>Countries of the customer, ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Bands of overdue value, at most one per currency; one of them must hold.</summary>
    public IReadOnlyList<ValueBand> Overdue { get; init; } = [];

    /// <summary>Band of the chance of late payment.</summary>
    public RiskBand? Risk { get; init; }

    /// <summary>True when nothing is asked for.</summary>
    public bool IsCatchAll => Entities.Count + Groups.Count + Kinds.Count + Countries.Count + Overdue.Count == 0 && Risk is null;

    /// <summary>True when every condition holds.</summary>
    public bool Holds(PolicySubject subject) =>
        (Entities.Count == 0 || Entities.Contains(subject.EntityId)) && (Groups.Count == 0 || Groups.Contains(subject.Group))
        && (Kinds.Count == 0 || Kinds.Contains(subject.Kind)) && (Countries.Count == 0 || Countries.Contains(subject.Country))
        && (Overdue.Count == 0 || InOneBand(subject)) && (Risk is null || Risk.Holds(subject));

    /// <summary>The conditions in words, for people and for the version.</summary>
    public string InWords()
    {
        if (IsCatchAll) return "every account";
        List<string> parts = [];
        void Add(string name, IEnumerable<string> values)
        {
            var listed = string.Join(" or ", values);
            if (listed.Length > 0) parts.Add($"{name} {listed}");
        }

        Add("entity", Entities);
        Add("group", Groups);
        Add("debtor", Kinds.Select(kind => Wire.Name(kind).Replace('_', ' ')));
        Add("country", Countries);
        Add("overdue", Overdue.Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.From:0.####}{(band.Below is { } end ? $" to under {end:0.####}" : " and more")} {band.Currency}")));
        if (Risk is { } risk) parts.Add(string.Create(CultureInfo.InvariantCulture, $"risk {risk.From:0.####}{(risk.Below is { } end ? $" to under {end:0.####}" : " and more")}"));
        return string.Join(", ", parts);
    }

    private bool InOneBand(PolicySubject subject)
    {
        for (var i = 0; i < Overdue.Count; i++)
            if (Overdue[i].Holds(subject)) return true;
        return false;
    }
}
