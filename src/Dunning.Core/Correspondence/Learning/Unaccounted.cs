namespace Dunning.Core.Correspondence.Learning;

/// <summary>Figures, addresses and names left in words that are to be said of anybody.</summary>
internal static class Unaccounted
{
    private static readonly HashSet<string> Titles =
    [
        "herr", "herrn", "frau", "dr", "prof", "mr", "mrs", "ms", "sir", "madam", "monsieur", "madame", "mme", "señor", "señora", "sr", "sra", "don", "doña", "signor", "signora",
        "signore", "sig", "dott", "heer", "mevrouw", "dhr", "mevr", "kollege", "kollegin", "colleague", "collègue", "colega", "collega",
    ];

    /// <summary>Whether there are any. Slots are marked by characters of the private use area.</summary>
    public static bool In(string text, FactSet facts, string language, ReviewedWords reviewed)
    {
        var words = Words(text);
        if (words.Any(word => word.Text.Any(char.IsDigit)) || text.AsSpan().IndexOfAny("@€$£%") >= 0 || text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase)) return true;
        var names = new[] { facts.ContactName, facts.CustomerName, facts.Creditor, facts.PersonaName, facts.CustomerNumber, facts.PostalAddress }
            .OfType<string>().SelectMany(name => WordSets.Of(name)).Where(name => name.Length > 2 && !reviewed.Knows(name)).ToHashSet();
        return words.Exists(word => names.Contains(word.Text.ToLowerInvariant())) || (language == "de" ? NamedInGerman(words, reviewed) : Named(words, reviewed));
    }

    private sealed record Word(string Text, bool Begins)
    {
        public bool Capital => char.IsUpper(Text[0]);
    }

    // In the middle of a sentence a capital that no reviewed clause writes is somebody's or something's name.
    private static bool Named(List<Word> words, ReviewedWords reviewed) => words.Exists(word => word.Capital && !word.Begins && word.Text != "I" && !reviewed.Knows(word.Text));

    // Every German noun has a capital; a name shows by its title, or by a second unknown capital beside it.
    private static bool NamedInGerman(List<Word> words, ReviewedWords reviewed) => words.Index().Any(place =>
        place.Item.Capital && !reviewed.Knows(place.Item.Text) && place.Index > 0
        && (Titles.Contains(words[place.Index - 1].Text.ToLowerInvariant()) || (!place.Item.Begins && words[place.Index - 1].Capital && !reviewed.Knows(words[place.Index - 1].Text))));

    private static List<Word> Words(string text)
    {
        List<Word> words = [];
        var begins = true;
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (text[at] == '\uE000')
            {
                end = text.IndexOf('\uE001', at) + 1;
                begins = false;
            }
            else if (char.IsLetterOrDigit(text[at]))
            {
                while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
                var word = text[at..end];
                // "Mr." does not end a sentence.
                var title = words is [.., var last] && Titles.Contains(last.Text.ToLowerInvariant());
                words.Add(new(word, begins && !title));
                begins = false;
            }
            else if (text[at] is '.' or '!' or '?' or ':' or '\n')
            {
                begins = true;
            }

            at = end;
        }

        return words;
    }
}
