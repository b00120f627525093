using System.Globalization;

namespace Dunning.Core.Cadence;

/// <summary>Whether what is not disputed is chased while a dispute is open.</summary>
public enum UndisputedRest
{
    /// <summary>From the first day.</summary>
    AtOnce,

    /// <summary>Once the dispute was confirmed to the customer.</summary>
    AfterAcknowledgement,

    /// <summary>Not before the dispute is decided.</summary>
    Never,
}

/// <summary>How disputes, payment plans and approvals are treated. Amounts are in major units.</summary>
public sealed record AgreementTerms
{
    /// <summary>Whether the undisputed rest of an account is chased.</summary>
    public UndisputedRest Rest { get; init; } = UndisputedRest.AfterAcknowledgement;

    /// <summary>Most instalments of a payment plan.</summary>
    public int MostInstalments { get; init; } = 36;

    /// <summary>Latest day of a plan's last instalment, in days from the day it is granted.</summary>
    public int PlanHorizonDays { get; init; } = 730;

    /// <summary>A draft or approval nobody answers for this long is put before a person as a task.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(48);

    /// <summary>
    /// Amount due above which who wrote a text may not approve it, per currency; in a currency without entry nobody
    /// approves a text of their own.
    /// </summary>
    public IReadOnlyDictionary<string, decimal> SecondPersonAbove { get; init; } = PolicyDefaults.AutomaticAmountCaps;

    /// <summary>True when the author of a text about this amount may not approve it.</summary>
    public bool NeedsSecondPerson(decimal amountDue, string currency) =>
        !SecondPersonAbove.TryGetValue(currency, out var limit) || amountDue > limit;

    internal string Canonical() => string.Create(CultureInfo.InvariantCulture,
        $"{Rest}/{MostInstalments}/{PlanHorizonDays}/{AnswerWithin:c}/")
        + string.Join(',', SecondPersonAbove.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value:G29}")));
}
