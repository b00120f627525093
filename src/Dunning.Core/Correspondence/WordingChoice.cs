namespace Dunning.Core.Correspondence;

/// <summary>Chooses among equally good wordings.</summary>
internal static class WordingChoice
{
    public static (Clause Clause, ClauseVariant Variant) Choose(
        IReadOnlyList<Clause> candidates, IReadOnlyList<string> recent, long seed)
    {
        return Open(candidates, recent).MinBy(wording => Mix(seed, wording.Variant.Id));
    }

    /// <summary>The wordings that may be used: those not used lately, or else the one whose last use lies furthest back in the list.</summary>
    public static IReadOnlyList<(Clause Clause, ClauseVariant Variant)> Open(IReadOnlyList<Clause> candidates, IReadOnlyList<string> recent)
    {
        List<(Clause Clause, ClauseVariant Variant)> wordings = [.. candidates.SelectMany(clause => clause.Variants.Select(variant => (clause, variant)))];
        var fresh = wordings.FindAll(wording => !recent.Contains(wording.Variant.Id));
        return fresh.Count > 0 ? fresh : [wordings.MinBy(wording => recent.Index().Last(used => used.Item == wording.Variant.Id).Index)];
    }

    // FNV-1a over the id, then the splitmix64 finalizer: the order must not depend on the process, as string hashes do.
    private static ulong Mix(long seed, string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in id) hash = unchecked((hash ^ letter) * 1099511628211UL);
        hash = unchecked(hash + ((ulong)seed * 0x9E3779B97F4A7C15UL));
        hash = unchecked((hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL);
        hash = unchecked((hash ^ (hash >> 27)) * 0x94D049BB133111EBUL);
        return hash ^ (hash >> 31);
    }
}
