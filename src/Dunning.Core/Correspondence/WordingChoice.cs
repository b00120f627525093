namespace Dunning.Core.Correspondence;

/// <summary>Chooses among equally good wordings.</summary>
internal static class WordingChoice
{
    /// <param name="beginnings">How the parts chosen so far begin: a mail that says "Thank you for" twice reads like a form.</param>
    public static (Clause Clause, ClauseVariant Variant) Choose(
        IReadOnlyList<Clause> candidates, IReadOnlyList<string> recent, IReadOnlySet<string> beginnings, long seed)
    {
        var open = Open(candidates, recent);
        var apart = open.Where(wording => !beginnings.Contains(Beginning(wording.Variant))).ToList();
        return (apart.Count > 0 ? apart : open).MinBy(wording => Mix(seed, wording.Variant.Id));
    }

    /// <summary>The wordings that may be used: those not used lately, or else the one whose last use lies furthest back in the list.</summary>
    public static IReadOnlyList<(Clause Clause, ClauseVariant Variant)> Open(IReadOnlyList<Clause> candidates, IReadOnlyList<string> recent)
    {
        List<(Clause Clause, ClauseVariant Variant)> wordings = [.. candidates.SelectMany(clause => clause.Variants.Select(variant => (clause, variant)))];
        var fresh = wordings.FindAll(wording => !recent.Contains(wording.Variant.Id));
        return fresh.Count > 0 ? fresh : [wordings.MinBy(wording => recent.Index().Last(used => used.Item == wording.Variant.Id).Index)];
    }

    /// <summary>The first two words, as they read in the middle of a text; fewer when a value comes before.</summary>
    public static string Beginning(ClauseVariant variant)
    {
        var words = string.Concat(variant.Template.Parts.TakeWhile(part => part is not TemplatePart.Value).Select(part => part switch
        {
            TemplatePart.Words text => text.Text,
            TemplatePart.Form form => form.Other,
            _ => "",
        })).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Take(2));
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
