using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Gates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Commitments;

/// <summary>
/// Tells whether a clause promises outright that its writer's side pays on a day. The clause is cut into pieces at commas and
/// conjunctions; the pieces from the day to the word of payment must consist of known words alone, be said of the
/// writer's side or of what it owes, and stand in no frame of opinion or report. What is not recognised is no
/// promise against anybody, only none that may be acted on without a person.
/// </summary>
internal sealed class PlainPromise
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const int ShortestSlip = 6;
    private const int MostWordsAlone = 5;
    private const char Day = 'D', Amount = 'A', Harmless = 'H', Number = 'N', Paying = 'P';

    private static readonly ConcurrentDictionary<string, PlainPromise?> Languages = new(StringComparer.Ordinal);
    private static readonly Regex Cuts = new(@"[,;:()""]|\.\s|\s[-/]\s|\n|\b(?:and|und|et|y|e|ed|en|so|aber|but|mais|pero|ma|maar|because|since|weil|da|denn|car|puisque|porque|perche|poiche|want|omdat|which|que|che|dass|dat|that)\b", Options);
    private static readonly Regex Words = new(@"[a-zè]+(?:['-][a-zè]+)*'?|[A-Z]+|\d+(?:st|nd|rd|th|e|er|de|ste)\b|\d[\d.,:/-]*|[^\s\w.,;:!?()""'*<>/+&#=_\\|-]", Options);
    private static readonly Regex Told = new(@"^\W*(?:that|dass|que|che|dat|ob|if|whether)\b", Options);
    private static readonly Regex Named = new(@"\b(?<p>\w+),?\s+(?<n>\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)?)\b", Options);
    private static readonly Regex Titles = new(@"^(?:mr|mrs|ms|frau|herr|herrn|mme|madame|monsieur|senor|senora|sra|sr|signor|signora|dott|mevrouw|meneer|heer)$", Options);
    private static readonly Regex Numbered = new(@"\b(?:no|n|nr)[.°º]?\s*[N\d]", Options);
    private static readonly Regex Between = new(@"\b(?:between|zwischen|tussen|entre|tra|fra)\s+(?:the |dem |den |le |el |il |de |dia )?D", Options);
    private static readonly Regex BeforeDay = new(@"\b(?:before|prior to|avant|antes del?|antes de que acabe|prima del?|prima della|prima di|vor|vor dem|voor)\s+(?:the |le |la |el |il |l'|de |dem |den |dia |giorno )?[DH]", Options);

    // The words the text is cut at.
    private static readonly string[] Joints = ["and", "und", "et", "y", "e", "ed", "en", "so", "aber", "but", "mais", "pero", "ma", "maar", "because", "since", "weil", "da", "denn", "car", "puisque", "porque", "perche", "poiche", "want", "omdat", "which", "que", "che", "dass", "dat", "that"];

    private readonly Regex subject, denied, frames, fine, pays, others, people;
    private readonly IReadOnlySet<string> known, payment;
    private readonly string[] slips;

    private PlainPromise(PlainWords words)
    {
        payment = words.Payment;
        known = words.Known.Concat(words.Payment).Concat(Joints).ToHashSet(StringComparer.Ordinal);
        slips = [.. payment.Where(w => w.Length >= ShortestSlip && w.All(char.IsAsciiLetter))];
        (subject, denied, frames, fine, pays) = (new(words.Subject + "|P", Options), new(words.Denied, Options), new(words.Frames, Options), new(words.Fine, Options), new(words.Pays, Options));
        (others, people) = (new($@"\b(?:{words.Others})\b", Options), new(words.People, Options));
    }

    /// <summary>Whether the language has words for it; without, nothing is plain.</summary>
    public static bool Is(string clause, DateMention day, IReadOnlyList<DateMention> days, IReadOnlyList<TextSpan> amounts, IReadOnlyList<TextSpan> numbers, bool negated, string language)
    {
        if (Languages.GetOrAdd(language, static l => PlainWords.For(l) is { } words ? new PlainPromise(words) : null) is not { } reader) return false;
        var marked = Folding.Fold(clause).ToCharArray();
        Mark(marked, numbers, Number);
        Mark(marked, amounts, Amount);
        Mark(marked, Names(clause, reader), Harmless);
        Mark(marked, days.Select(d => d.Span), Day);
        var text = new string(marked);
        return reader.Holds(day.Rule == "range" ? Between.Replace(text, static m => new string(Day, m.Length)) : text, day.Span, negated);
    }

    /// <summary>Whether a clause has a word of payment at all.</summary>
    public static bool Pays(string clause, string language) =>
        Languages.GetOrAdd(language, static l => PlainWords.For(l) is { } words ? new PlainPromise(words) : null) is { } reader && Words.Matches(Folding.Fold(clause)).Any(m => reader.HasPayment(m.Value));

    // "My colleague Sarah", "Frau Sommer": a name behind a word for a person of the house.
    private static IEnumerable<TextSpan> Names(string clause, PlainPromise reader)
    {
        foreach (Match m in Named.Matches(clause))
            if (reader.people.IsMatch(Folding.Fold(m.Groups["p"].Value)) || Titles.IsMatch(Folding.Fold(m.Groups["p"].Value))) yield return new TextSpan(m.Groups["n"].Index, m.Groups["n"].Length);
    }

    private static void Mark(char[] text, IEnumerable<TextSpan> spans, char mark)
    {
        foreach (var span in spans) Array.Fill(text, mark, span.Start, span.Length);
    }

    private bool Holds(string text, TextSpan day, bool negated)
    {
        text = SentenceGates.Mask(CommitmentGates.Mask(text, Harmless), Harmless);
        text = Numbered.Replace(text, static m => new string(Number, m.Length));
        text = fine.Replace(text, static m => new string(Harmless, m.Length));
        text = pays.Replace(text, static m => new string(Paying, m.Length));
        text = BeforeDay.Replace(text, static m => new string(Day, m.Length));
        var pieces = Pieces(text);
        var own = pieces.FindIndex(p => p.Start + p.Length > day.Start);
        if (own < 0) return false;
        var (from, to) = (own, own);
        string Core() => text[pieces[from].Start..(pieces[to].Start + pieces[to].Length)];
        // The day's own piece first, then what follows, then what stands before: "on the 20th, | as agreed, | we pay".
        if (!IsKnown(Core())) return false;
        while (!HasPayment(Core()) && to + 1 < pieces.Count && IsKnown(Text(text, pieces[to + 1]))) to++;
        while (!HasPayment(Core()) && from > 0 && IsKnown(Text(text, pieces[from - 1]))) from--;
        while (!subject.IsMatch(Core()) && from > 0 && IsKnown(Text(text, pieces[from - 1]))) from--;
        while (!subject.IsMatch(Core()) && to + 1 < pieces.Count && IsKnown(Text(text, pieces[to + 1]))) to++;
        var core = Core();
        if (denied.IsMatch(core)) return false;
        // "It is not true | that we pay on the 5th." A denial elsewhere leaves the promise only where nothing ties it to it.
        if (negated && Told.IsMatch(core)) return false;
        if (others.IsMatch(core) && !people.IsMatch(text)) return false;
        if (!HasPayment(core)) return Alone(text, pieces);
        // Without a subject of its own it goes on with that of the piece before, which may be anybody.
        if (!subject.IsMatch(core) && from > 0 && !IsKnown(Text(text, pieces[from - 1]))) return false;
        return !pieces.Where((_, i) => i < from || i > to).Any(p => frames.IsMatch(Text(text, p)));
    }

    // "Friday, promise." as the whole answer.
    private bool Alone(string text, List<TextSpan> pieces) =>
        pieces.TrueForAll(p => IsKnown(Text(text, p))) && !subject.IsMatch(text) && Words.Matches(text).Count(m => char.IsLower(m.Value[0])) <= MostWordsAlone;

    private static string Text(string text, TextSpan piece) => text.Substring(piece.Start, piece.Length);

    private static List<TextSpan> Pieces(string text)
    {
        List<TextSpan> pieces = [];
        var start = 0;
        foreach (ValueMatch cut in Cuts.EnumerateMatches(text))
        {
            if (cut.Index > start) pieces.Add(new TextSpan(start, cut.Index - start));
            start = char.IsAsciiLetter(text[cut.Index]) ? cut.Index : cut.Index + cut.Length;
        }
        if (start < text.Length) pieces.Add(new TextSpan(start, text.Length - start));
        pieces.RemoveAll(p => string.IsNullOrWhiteSpace(text.Substring(p.Start, p.Length)));
        return pieces;
    }

    private bool IsKnown(string piece) => Words.Matches(piece).All(m => IsKnownWord(m.Value));

    private bool HasPayment(string piece) => Words.Matches(piece).Any(m => m.Value[0] is Paying or Amount || payment.Contains(m.Value) || m.Value.Split('\'', '-').Any(part => payment.Contains(part)));

    private bool IsKnownWord(string word)
    {
        if (char.IsUpper(word[0]) || char.IsDigit(word[0]) || known.Contains(word)) return true;
        if (!char.IsLetter(word[0])) return word[0] is '€' or '$' or '£' or '%' or '~' || word[0] > '\u2000';
        var parts = word.Split('\'', '-');
        if (parts.Length > 1) return parts.All(part => part.Length == 0 || char.IsUpper(part[0]) || known.Contains(part));
        return word.Length >= ShortestSlip && !frames.IsMatch(word) && Slips.IsOneOff(word, slips);
    }
}
