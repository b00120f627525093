namespace Dunning.Guardrails.Rules;

/// <summary>
/// G37: signs of injection, hostility or an unverified sender in the thread take autonomy away; a person reads first.
/// They never stop what a person has approved.
/// </summary>
public static class G37ThreadSigns
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "G37", "automatic answer in a suspicious thread", "What strangers write may only ever lower autonomy.", Verdict.Hold, Judge)
    {
        Missing = static facts => facts.Thread is null,
        PersonDecides = true,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        if (facts.Thread is not { } thread || !draft.MeansAutomatic) return null;
        var sign = thread switch
        {
            { InjectionSigns: true } => "instructions to software were found in the thread",
            { Hostile: true } => "the thread is hostile",
            { UnverifiedSender: true } => "the sender is not verified",
            _ => null,
        };
        return sign is null ? null : new("G37", Verdict.Hold, sign, null);
    }
}
