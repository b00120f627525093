using System.Security.Cryptography;
using System.Text;
using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>A policy with the accounts it is for.</summary>
/// <param name="name">Name for people and the journal; unique in its set.</param>
/// <param name="match">Whom it is for.</param>
/// <param name="policy">What holds for them.</param>
public sealed class PolicySegment(string name, PolicyMatch match, Policy policy)
{
    /// <summary>Name for people and the journal.</summary>
    public string Name { get; } = name;

    /// <summary>Whom it is for.</summary>
    public PolicyMatch Match { get; } = match;

    /// <summary>What holds for them.</summary>
    public Policy Policy { get; } = policy;

    /// <summary>The policy's version, reckoned once: every plan of a cycle records it.</summary>
    public string Version { get; } = policy.Version;
}

/// <summary>
/// All policies of an installation, as ordered segments: the first whose conditions hold is the account's, and the last
/// one asks for nothing, so that every account has exactly one.
/// </summary>
public sealed class PolicySet
{
    private string? version;

    /// <summary>Makes a set.</summary>
    /// <exception cref="ArgumentException">The last segment is not for every account, an earlier one is, or a name is used twice.</exception>
    public PolicySet(IReadOnlyList<PolicySegment> segments)
    {
        if (segments.Count == 0 || !segments[^1].Match.IsCatchAll) throw new ArgumentException("The last segment must be for every account.", nameof(segments));
        if (segments.Take(segments.Count - 1).FirstOrDefault(segment => segment.Match.IsCatchAll) is { } early)
            throw new ArgumentException($"The segment '{early.Name}' is for every account, so that those after it are never reached.", nameof(segments));
        if (segments.GroupBy(segment => segment.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Two segments are named '{twice.Key}'.", nameof(segments));
        Segments = segments;
        LedgerFreshFor = segments.Min(segment => segment.Policy.LedgerFreshFor);
        MailboxFreshFor = segments.Min(segment => segment.Policy.MailboxFreshFor);
        AnswerWithin = segments.Min(segment => segment.Policy.Agreements.AnswerWithin);
        UsesRisk = segments.Any(segment => segment.Match.Risk is not null);
    }

    /// <summary>The set used where no other is configured: one policy for every account.</summary>
    public static PolicySet Default { get; } = Of(Policy.Default);

    /// <summary>In order of precedence; the last is for every account.</summary>
    public IReadOnlyList<PolicySegment> Segments { get; }

    /// <summary>Ledger data older than this holds every contact: the strictest limit of all segments, since a ledger is read as a whole.</summary>
    public TimeSpan LedgerFreshFor { get; }

    /// <summary>A mailbox not read for longer than this holds every contact: the strictest limit of all segments.</summary>
    public TimeSpan MailboxFreshFor { get; }

    /// <summary>How long a person may take to answer before it is escalated: the strictest limit of all segments, since people have one queue.</summary>
    public TimeSpan AnswerWithin { get; }

    /// <summary>True when a segment asks for a risk band, so that scores must be there before plans are made.</summary>
    public bool UsesRisk { get; }

    /// <summary>Name and label its authors gave it, for example "saas 2026-02".</summary>
    public string Label { get; init; } = "built-in";

    /// <summary>Where the rule that consumers and sole traders get nothing automatic beyond a friendly reminder was lifted.</summary>
    public IReadOnlyList<AutomationException> Exceptions { get; init; } = [];

    /// <summary>Hash of label, segments in order and exceptions, 16 hex digits; equal sets have equal versions.</summary>
    public string Version => version ??= Hash();

    /// <summary>The set with one policy for every account.</summary>
    public static PolicySet Of(Policy policy) => new([new(policy.Name, PolicyMatch.Everyone, policy)]);

    /// <summary>A policy alone is the set that holds for every account.</summary>
    public static implicit operator PolicySet(Policy policy) => Of(policy);

    /// <summary>The first segment whose conditions hold.</summary>
    public PolicySegment SegmentFor(PolicySubject subject)
    {
        for (var i = 0; i < Segments.Count - 1; i++)
            if (Segments[i].Match.Holds(subject)) return Segments[i];
        return Segments[^1];
    }

    /// <summary>The policy of an account.</summary>
    public Policy For(PolicySubject subject) => SegmentFor(subject).Policy;

    /// <summary>The segment of an account the planner looks at.</summary>
    /// <param name="today">The day in the creditor's zone.</param>
    public PolicySegment SegmentFor(AccountFacts facts, DateOnly today) => Segments.Count == 1 ? Segments[0] : SegmentFor(PolicySubject.Of(facts, today));

    /// <summary>True when nothing automatic beyond a friendly reminder may go to such a debtor of the entity.</summary>
    public bool OnlyFriendlyAutomatic(string entityId, DebtorKind kind) => kind switch
    {
        DebtorKind.Consumer or DebtorKind.SoleTrader => !Exceptions.Any(lifted => lifted.EntityId == entityId && lifted.Kind == kind),
        DebtorKind.Company or DebtorKind.PublicBody => false,
    };

    private string Hash()
    {
        var text = new StringBuilder(Label).Append('\n');
        foreach (var lifted in Exceptions) text.Append(lifted).Append('\n');
        foreach (var segment in Segments) text.Append(segment.Name).Append('|').Append(segment.Match.InWords()).Append('|').Append(segment.Version).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
