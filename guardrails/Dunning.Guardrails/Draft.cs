using Dunning.Core.Autonomy;
using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Rules;
using Dunning.Guardrails.Text;
using Dunning.Guardrails.Text.Acts;

namespace Dunning.Guardrails;

/// <summary>A candidate as the rules see it: the mail, the moment, and what was read back from its text.</summary>
public sealed class Draft(GatePoint point, CandidateMail mail, SendFacts facts, bool standAlone)
{
    private IReadOnlyList<Part>? parts;
    private IReadOnlyList<Reading>? readings;
    private readonly Dictionary<Sentence, Sight> sights = new(ReferenceEqualityComparer.Instance);
    private Ledger? ledger;

    /// <summary>The moment of the decision.</summary>
    public GatePoint Point { get; } = point;

    /// <summary>What would be sent.</summary>
    public CandidateMail Mail { get; } = mail;

    /// <summary>True for the stand-alone check, which knows the text and its facts but not the state around it.</summary>
    public bool StandAlone { get; } = standAlone;

    /// <summary>Subject, body and the visible text of the HTML part, cleaned and cut into sentences.</summary>
    public IReadOnlyList<Part> Parts => parts ??= Part.Of(Mail, facts.Facts);

    /// <summary>The values read back from each part.</summary>
    public IReadOnlyList<Reading> Readings => readings ??= ReadBack();

    /// <summary>What the facts allow to be said.</summary>
    public Ledger Ledger => ledger ??= new(facts.Facts);

    /// <summary>What the sentences do.</summary>
    public SpeechActs Acts { get; init; } = new(ActModel.Shipped, SentenceWall.Granted(facts.Facts));

    /// <summary>What the vocabularies find in a sentence.</summary>
    public Sight Sight(Part part, Sentence sentence) =>
        sights.TryGetValue(sentence, out var seen) ? seen : sights[sentence] = SentenceWall.See(part, sentence);

    /// <summary>True when a person has approved exactly this content on exactly these facts, once, and not too long ago.</summary>
    public bool Approved { get; } = IsApproved(mail, facts);

    /// <summary>True when the message would go out, or is meant to go out, without a person having read it.</summary>
    public bool MeansAutomatic =>
        !Approved && Point switch
        {
            GatePoint.AfterDrafting => facts.Automatic && Level >= AutonomyLevel.AutoVeto,
            GatePoint.OnApproval => false,
            GatePoint.OnSending => true,
        };

    /// <summary>The level that counts: the lower of what it was drafted for and what holds now.</summary>
    public AutonomyLevel Level =>
        facts.Authority is { } authority && authority.Effective < Mail.Level ? authority.Effective : Mail.Level;

    /// <summary>True when a person decides about this text now or has done so.</summary>
    public bool PersonDecides => Approved || (Point == GatePoint.OnApproval && !facts.Automatic);

    private Reading[] ReadBack()
    {
        var known = new KnownNumbers(Mail, facts.Facts);
        return [.. Parts.Select(part => Reading.Of(part, known, facts.Facts, Ledger))];
    }

    private static bool IsApproved(CandidateMail mail, SendFacts facts) =>
        facts is { Approval: { Used: false, Approver.Length: > 0 } approval, Freshness: { } freshness } &&
        approval.ExpiresAt > freshness.Now &&
        approval.FactsVersion == facts.Facts.Version &&
        approval.ContentHash == mail.ContentHash();
}
