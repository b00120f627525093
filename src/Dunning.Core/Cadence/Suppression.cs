using Dunning.Core.Conversation;

namespace Dunning.Core.Cadence;

/// <summary>What pauses contact. The wire names are the snake_case forms.</summary>
public enum SuppressionKind
{
    Promise, Dispute, Plan, Trace, Legal, Insolvency, OptOut, OutOfOffice, Manual,

    /// <summary>A collection agency has taken the customer over.</summary>
    Agency,

    /// <summary>The customer has died.</summary>
    Deceased,
}

/// <summary>How far a hold reaches, the narrowest first.</summary>
public enum HoldScope
{
    /// <summary>Single instalments, or a part of what an invoice still shows as open.</summary>
    Lines,

    /// <summary>Whole invoices.</summary>
    Invoices,

    /// <summary>One account: creditor, customer and currency.</summary>
    Account,

    /// <summary>Every account of the customer.</summary>
    Customer,

    /// <summary>Every account of the customer and of all customers below it, at any depth.</summary>
    Group,
}

/// <summary>The part of an invoice that a hold covers; the rest of the invoice is free.</summary>
/// <param name="Amount">Above zero, in the currency of the account.</param>
public sealed record HeldPart(long InvoiceId, decimal Amount);

/// <summary>A credit that was granted but is not in the books yet: the hold ends when the books show it.</summary>
/// <param name="Amount">What will be credited on the held invoices.</param>
/// <param name="BaselineOpen">What was open on them when it was granted.</param>
public sealed record AwaitedCredit(decimal Amount, decimal BaselineOpen);

/// <summary>
/// Anything that pauses contact, as one concept: a scope, a reason, an owner, a start, an end and its evidence. Legal
/// and insolvency holds reach every customer below the one they were set on; disputes never leave their lines.
/// </summary>
/// <param name="Id">Row id; 0 until stored.</param>
/// <param name="InvoiceIds">The paused invoices; empty pauses the whole account, or more: see <see cref="Scope"/>.</param>
/// <param name="StartsOn">First day it holds.</param>
/// <param name="ExpiresOn">Last day it holds; null when only a decision ends it.</param>
/// <param name="Reason">Why, in words for a person.</param>
public sealed record Suppression(
    long Id, SuppressionKind Kind, IReadOnlyList<long> InvoiceIds, DateOnly StartsOn, DateOnly? ExpiresOn, string Reason)
{
    /// <summary>Only these instalments of the invoices are paused; empty for all of them.</summary>
    public IReadOnlyList<long> InstalmentIds { get; init; } = [];

    /// <summary>Invoices of which only a part is paused; invoices without an entry are paused whole.</summary>
    public IReadOnlyList<HeldPart> Parts { get; init; } = [];

    /// <summary>How far a hold that names no invoice reaches, as asked for; <see cref="Scope"/> says how far it does.</summary>
    public HoldScope Reach { get; init; } = HoldScope.Account;

    /// <summary>Who set it: <c>agent</c>, <c>ledger</c> or a person's name.</summary>
    public string Owner { get; init; } = Lifting.Agent;

    /// <summary>The mail that gave the reason; null when a person or the books did.</summary>
    public long? MessageId { get; init; }

    /// <summary>The passage of that mail.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>The customer above this one on which it was set; null when it was set here.</summary>
    public long? InheritedFrom { get; init; }

    /// <summary>A dispute nobody has confirmed to the customer yet.</summary>
    public bool Unacknowledged { get; init; }

    /// <summary>A granted credit it waits for.</summary>
    public AwaitedCredit? Awaits { get; init; }

    /// <summary>True when no invoice is named: everything in its reach is paused.</summary>
    public bool WholeAccount => InvoiceIds.Count == 0;

    /// <summary>How far it reaches. What concerns the customer itself is never held to one currency.</summary>
    public HoldScope Scope => WholeAccount ? Widest(Kind, Reach)
        : InstalmentIds.Count > 0 || Parts.Count > 0 ? HoldScope.Lines : HoldScope.Invoices;

    /// <summary>True when it holds on that day. What only a person lifts does not run out.</summary>
    public bool HoldsOn(DateOnly day) => StartsOn <= day && (OnlyPersonLifts || ExpiresOn is not { } last || day <= last);

    /// <summary>True when it pauses this instalment, in whole or in part.</summary>
    public bool Touches(long invoiceId, long instalmentId) =>
        WholeAccount || (InvoiceIds.Contains(invoiceId) && (InstalmentIds.Count == 0 || InstalmentIds.Contains(instalmentId)));

    /// <summary>The paused part of an invoice; null when all of it is paused.</summary>
    public decimal? PartOf(long invoiceId)
    {
        decimal? sum = null;
        foreach (var part in Parts)
            if (part.InvoiceId == invoiceId) sum = (sum ?? 0) + part.Amount;
        return sum;
    }

    /// <summary>True when this dispute, on that day, also holds what it does not name.</summary>
    public bool HoldsRest(UndisputedRest rest, DateOnly day) => this is { Kind: SuppressionKind.Dispute, Awaits: null } && HoldsOn(day) && rest switch
    {
        UndisputedRest.AtOnce => false,
        UndisputedRest.AfterAcknowledgement => Unacknowledged,
        UndisputedRest.Never => true,
    };

    /// <summary>The hold reason it stands for.</summary>
    public HoldReason HoldReason => Kind switch
    {
        SuppressionKind.Promise => HoldReason.UnderPromise,
        SuppressionKind.Dispute => HoldReason.InDispute,
        SuppressionKind.Plan => HoldReason.PaymentPlan,
        SuppressionKind.Trace => HoldReason.PaymentTrace,
        SuppressionKind.Legal => HoldReason.LegalHold,
        SuppressionKind.Insolvency => HoldReason.Insolvency,
        SuppressionKind.OptOut => HoldReason.OptedOut,
        SuppressionKind.OutOfOffice => HoldReason.OutOfOffice,
        SuppressionKind.Manual => HoldReason.OnHold,
        SuppressionKind.Agency or SuppressionKind.Deceased => HoldReason.ExcludedCustomer,
    };

    /// <summary>True when only a named person may lift it.</summary>
    public bool OnlyPersonLifts => Lifting.OnlyByPerson(Kind);

    /// <summary>What ends it, in words for a person.</summary>
    public string Ends => Lifting.Words(this);

    private static HoldScope Widest(SuppressionKind kind, HoldScope asked)
    {
        var least = kind switch
        {
            SuppressionKind.Legal or SuppressionKind.Insolvency => HoldScope.Group,
            SuppressionKind.OptOut or SuppressionKind.Agency or SuppressionKind.Deceased => HoldScope.Customer,
            SuppressionKind.Promise or SuppressionKind.Dispute or SuppressionKind.Plan or SuppressionKind.Trace
                or SuppressionKind.OutOfOffice or SuppressionKind.Manual => HoldScope.Account,
        };
        return asked > least ? asked : least;
    }
}
