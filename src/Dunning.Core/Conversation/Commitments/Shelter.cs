using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Commitments;

/// <summary>
/// Unknown words that cannot take anything away from a promise where they stand. Who pays, what is paid and the paying itself must be
/// known; by what means, from which account, which invoice exactly, in which manner may be told in any words. An unknown verb or event
/// finds no shelter, and neither does a word of <see cref="ShelterWords.Danger"/>.
/// </summary>
internal sealed class Shelter
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const int Reach = 7, Near = 4;
    private const char Covered = 'H', Day = 'D';

    private static readonly ConcurrentDictionary<string, Shelter> Languages = new(StringComparer.Ordinal);

    private readonly ShelterWords words;
    private readonly Regex heads, adjective, adverb, compound, danger;
    private readonly bool german, romance, dutch;

    private Shelter(string language)
    {
        words = ShelterWords.For(language);
        (german, romance, dutch) = (language == "de", language is "fr" or "es" or "it", language == "nl");
        (heads, adjective, adverb) = (new($"^(?:{words.Heads})$", Options, PatternTime.Limit), new(words.Adjective, Options, PatternTime.Limit), new(words.Adverb, Options, PatternTime.Limit));
        (compound, danger) = (new(words.Compound.Length == 0 ? "(?!)" : words.Compound, Options, PatternTime.Limit), new($"^(?:{words.Danger})", Options, PatternTime.Limit));
    }

    public static Shelter Of(string language) => Languages.GetOrAdd(language, static l => new Shelter(l));

    /// <summary>Whether a word names a debt, an account, a payment run or an office ("Wartungsrechnung"), or is but a preposition.</summary>
    public bool IsKnown(string word) => IsHead(word) || words.Manner.Contains(word) || words.Beside.Contains(word);

    private bool IsHead(string word) => heads.IsMatch(word) || compound.IsMatch(word);

    /// <summary>The marked text with sheltered unknown words blanked out; <paramref name="clause"/> is the text as written.</summary>
    public string Cover(string text, string clause, Func<string, bool> isKnown, Regex frames)
    {
        var tokens = PlainPatterns.Words().Matches(text).Select(m => new Token(m.Index, m.Value, isKnown(m.Value), char.IsUpper(clause[m.Index]))).ToArray();
        if (Array.TrueForAll(tokens, t => t.Known)) return text;
        var covered = text.ToCharArray();
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (token.Known || danger.IsMatch(token.Word) || frames.IsMatch(token.Word) || !IsSheltered(tokens, i, text)) continue;
            Array.Fill(covered, Covered, token.At, token.Word.Length);
        }
        return new string(covered);
    }

    private bool IsSheltered(Token[] tokens, int i, string text) =>
        words.Agent.Contains(tokens[i].Word) && i + 1 < tokens.Length && words.Own.Contains(tokens[i + 1].Word) || adverb.IsMatch(tokens[i].Word) || Behind(tokens, i, text) || Tells(tokens, i, text) || Names(tokens, i, text) || InPhrase(tokens, i, text);

    // "Your [quarterly maintenance] invoice", "votre facture [récapitulative]", "die Rechnung [Heizkessel]".
    private bool Tells(Token[] tokens, int i, string text)
    {
        if (romance || german && tokens[i].Capital)
        {
            var head = i - 1;
            while (head >= 0 && i - head < Near && Joined(tokens, head, text) && Modifies(tokens[head])) head--;
            if (head >= 0 && Joined(tokens, head, text) && IsHead(tokens[head].Word) && Modifies(tokens[i]) && !(i + 1 < tokens.Length && tokens[i + 1].Word[0] == Day && german)) return true;
            if (romance) return false;
        }
        var first = i;
        while (first > 0 && i - first < Near && Joined(tokens, first - 1, text) && IsPlain(tokens[first - 1])) first--;
        if (first == 0 || !Joined(tokens, first - 1, text) || !words.Articles.Contains(tokens[first - 1].Word)) return false;
        // A verb would stand behind the noun: directly behind the article every form is an adjective or a noun.
        if (i > first && VerbLike(tokens[i]) && !(i + 1 < tokens.Length && IsHead(tokens[i + 1].Word)) || tokens[i].Word.EndsWith("'s", StringComparison.Ordinal) && !words.Own.Contains(tokens[first - 1].Word)) return false;
        for (var next = i + 1; next < tokens.Length && next - i <= Near && Joined(tokens, next - 1, text); next++)
        {
            if (IsHead(tokens[next].Word)) return true;
            if (words.Articles.Contains(tokens[next].Word) || words.Stops.Contains(tokens[next].Word) || IsPreposition(tokens[next].Word) || !tokens[next].Known && danger.IsMatch(tokens[next].Word)) return false;
        }
        return false;
    }

    // A word that may stand between an article and its noun.
    private bool IsPlain(Token token) => char.IsLower(token.Word[0]) && !IsHead(token.Word) && !words.Articles.Contains(token.Word) && !words.Stops.Contains(token.Word) && !IsPreposition(token.Word) && (token.Known || !danger.IsMatch(token.Word));

    private bool Modifies(Token token) => !token.Known && !danger.IsMatch(token.Word) && (token.Capital || !german && adjective.IsMatch(token.Word));

    private bool VerbLike(Token token) => german ? !token.Capital : romance || token.Word.EndsWith('s') && !token.Word.EndsWith("ss", StringComparison.Ordinal) || token.Word.EndsWith("ed", StringComparison.Ordinal) || token.Word.EndsWith("ing", StringComparison.Ordinal) || dutch && token.Word.EndsWith('t');

    // "Our branch in Leeds", "notre agence de Lille", "la factura de anticipo".
    private bool Behind(Token[] tokens, int i, string text) =>
        i > 1 && (tokens[i].Capital || romance) && Joined(tokens, i - 1, text) && Joined(tokens, i - 2, text) && !BesideDay(tokens, i, text)
        && tokens[i - 1].Word is "in" or "of" or "de" or "di" or "d'" or "van" or "von" or "a" or "te" && IsHead(tokens[i - 2].Word);

    // "Dorota from the ledger desk": a name, and an office of ours that the rest of the rules know.
    private static bool Names(Token[] tokens, int i, string text) =>
        tokens[i].Capital && i + 2 < tokens.Length && Joined(tokens, i, text) && tokens[i + 1].Word is "from" or "aus" or "von" or "vom" or "de" or "du" or "del" or "della" or "dell'" or "van" or "in" or "at" && (i == 0 || !tokens[i - 1].Known || !Joined(tokens, i - 1, text));

    // "Via our parent group's platform", "mit unserem Sammler bei der Hausbank": from the preposition to the word nothing that could be a clause of its own.
    private bool InPhrase(Token[] tokens, int i, string text)
    {
        if (german && !tokens[i].Capital && !(adjective.IsMatch(tokens[i].Word) && i + 1 < tokens.Length && tokens[i + 1].Capital && !words.Stops.Contains(tokens[i + 1].Word))) return false;
        for (var at = i - 1; at >= 0 && i - at <= Reach && Joined(tokens, at, text); at--)
        {
            var word = tokens[at].Word;
            if (word[0] == Day || words.Stops.Contains(word) || danger.IsMatch(word) && !tokens[at].Known) return false;
            if (words.Manner.Contains(word)) return true;
            if (words.Agent.Contains(word)) return at + 1 < tokens.Length && words.Own.Contains(tokens[at + 1].Word);
            if (words.Beside.Contains(word)) return !BesideDay(tokens, i, text);
        }
        return false;
    }

    // The last word of a phrase, with nothing between it and the day but a preposition.
    private static bool BesideDay(Token[] tokens, int i, string text)
    {
        for (var next = i + 1; next < tokens.Length && next <= i + 2; next++)
        {
            if (!Joined(tokens, next - 1, text)) return false;
            if (tokens[next].Word[0] == Day) return true;
            if (tokens[next].Word.Length > 4) return false;
        }
        return false;
    }

    private bool IsPreposition(string word) => words.Manner.Contains(word) || words.Beside.Contains(word) || words.Agent.Contains(word);

    // No punctuation between a word and the next.
    private static bool Joined(Token[] tokens, int i, string text) =>
        i + 1 < tokens.Length && text.AsSpan(tokens[i].At + tokens[i].Word.Length, tokens[i + 1].At - tokens[i].At - tokens[i].Word.Length).IndexOfAny(",;:()\"\n") < 0;

    private readonly record struct Token(int At, string Word, bool Known, bool Capital);
}
