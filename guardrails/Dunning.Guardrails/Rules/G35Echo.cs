using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G35: no stretch of a stranger's words comes back in our name. Compared by salted hashes of word shingles, so this
/// side never sees the mails. Reviewed clauses cannot carry an echo and are not compared.
/// </summary>
public static class G35Echo
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G35", "echo of what a stranger wrote", "An attacker who can make us say things can sign them with our name.", Verdict.Hold, Judge)
    {
        Missing = static facts => facts.Echo is null,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        if (facts.Echo is not { } echo || draft.Mail.Origin == DraftOrigin.Clauses) return null;
        if (echo.ShingleWords < 3 || echo.Salt.Length == 0) return new("G35", Verdict.Hold, "the echo check is not set up", null);
        // A person may quote the customer on purpose; a model that does has been talked into it.
        var severity = draft.Mail.Origin == DraftOrigin.Person ? Verdict.Pass : Verdict.Hold;
        if (echo.ShingleHashes.Count == 0) return null;
        foreach (var part in draft.Parts)
        {
            var words = Shingles.Words(part.Clean.Text);
            for (var first = 0; first + echo.ShingleWords <= words.Count; first++)
            {
                if (!echo.ShingleHashes.Contains(Shingles.Hash(words, first, echo.ShingleWords, echo.Salt))) continue;
                var last = words[first + echo.ShingleWords - 1];
                return part.Found("G35", severity, words[first].Start, last.Start + last.Length - words[first].Start, "words of the customer's mail");
            }
        }

        return null;
    }
}
