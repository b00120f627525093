using System.Text.RegularExpressions;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>G36: nothing internal goes out: scores, policies and levels, notes, identifiers of the software, keys, stack traces.</summary>
public static class G36Internal
{
    internal static readonly Phrases Words = Phrases.Of("""
        ~ risk|credit|payment|propensity|late|probability score|scores|rating|class|model
        ~ propensity
        ~ probability of ?late payment|default|paying
        ~ internal note|notes|only|memo|comment|use
        ~ interne* notiz|vermerk|notizen|bewertung
        ~ note interne
        ~ nota interna|nota_interno
        ~ interne notitie
        ~ risikoscore|risikobewertung|ausfallwahrscheinlichkeit|zahlungswahrscheinlichkeit|risikoklasse|bonitatsscore
        ~ autonomy level
        ~ auto veto|sampled
        ~ autoveto|autosampled
        ~ outbox|touchid|caseid|prompt|prompts|guardrail|guardrails|kill_switch|backend|database|stacktrace
        ~ case|touch|segment id
        ~ dunning level|stage|run|cycle|policy
        ~ mahnstufe
        ~ our|the system|policy engine|prompt|rules say*
        ~ worst case|bad payer segment
        ~ high|low|medium risk customer|debtor|segment|account
        ~ strategy segment|score
        """ + "\n" + Sayings.G36Sayings.Lines);

    private static readonly Regex Secret = new(
        @"\b(sk|pk|rk|ghp|gho|xox[abp])[-_][A-Za-z0-9_-]{8,}|\bbearer [A-Za-z0-9._-]{12,}|-----BEGIN|\bAKIA[0-9A-Z]{12,}|\b[0-9a-f]{24,}\b|\b[A-Za-z0-9+/]{60,}={0,2}|" +
        @"\b(password|pwd|secret|token|api[_-]?key)\s*[=:]\s*\S+|\bat [A-Za-z_.]+\([^)\n]*\) in |\bException\b|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\bHost=[^;\s]+;|postgres(ql)?://",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G36", "secrets or internal data", "What we think of a customer, and how we work, stays inside.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = Words.Source + Secret,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        foreach (var part in draft.Parts)
        {
            foreach (var match in Secret.EnumerateMatches(part.Clean.Text))
            {
                if (!part.IsMasked(match.Index)) return part.Found("G36", Verdict.Block, match.Index, match.Length);
            }
        }

        return SentenceWall.First(draft, "G36");
    }
}
