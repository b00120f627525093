using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>Part of G10: a message nobody approved says so, in the sentence the installation has set for its language.</summary>
public static class Disclosure
{
    /// <summary>The finding when the sentence is required and absent.</summary>
    public static Finding? Missing(Draft draft, SendFacts facts)
    {
        if (!draft.MeansAutomatic || facts.Disclosure is not { RequiredSentence: { } sentence }) return null;
        var wanted = Plain(sentence);
        return draft.Parts.Where(static part => part.Kind != PartKind.Subject).All(part => Plain(part.Clean.Text).Contains(wanted, StringComparison.Ordinal))
            ? null
            : new("G10", Verdict.Block, "the automatic message does not say that it is one", null);
    }

    private static string Plain(string text) =>
        string.Join(' ', CleanText.From(text).Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
