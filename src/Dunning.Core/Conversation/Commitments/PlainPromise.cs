using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Gates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Commitments;

/// <summary>How a clause ties a day to a payment.</summary>
internal enum DayOfPayment
{
    /// <summary>The writer's side pays on it, outright.</summary>
    Plain,
    /// <summary>It stands beside a word of payment, and the rest is not understood.</summary>
    Unclear,
    /// <summary>No word of payment stands beside it.</summary>
    Elsewhere,
}

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
    private const char Day = 'D', Amount = 'A', Harmless = 'H', Number = 'N', Paying = 'P';

    private static readonly ConcurrentDictionary<string, PlainPromise?> Languages = new(StringComparer.Ordinal);
    private static readonly Regex Cuts = new(@"[,;:()""]|\.\s|\s[-/]\s|\n|\b(?:and|und|et|y|e|ed|en|so|aber|but|mais|pero|ma|maar|because|since|weil|da|denn|car|puisque|porque|perche|poiche|want|omdat|which|que|che|dass|dat|that)\b", Options);
    private static readonly Regex Words = new(@"[a-zè]+(?:['-][a-zè]+)*'?|[A-Z]+|\d+(?:st|nd|rd|th|e|er|de|ste)\b|\d[\d.,:/-]*|[^\s\w.,;:!?()""'*<>/+&#=_\\|-]", Options);
    private static readonly Regex Told = new(@"^\W*(?:that|dass|que|che|dat|ob|if|whether)\b", Options);
    private static readonly Regex Name = new(@"\p{L}+", Options);
    private static readonly Regex Titles = new(@"^(?:mr|mrs|ms|frau|herr|herrn|mme|madame|monsieur|senor|senora|sra|sr|signor|signora|dott|mevrouw|meneer|heer)$", Options);
    private static readonly Regex Numbered = new(@"\b(?:no|n|nr)[.°º]?\s*[N\d]", Options);
    private static readonly Regex Between = new(@"\b(?:between|zwischen|tussen|entre|tra|fra)\s+(?:the |dem |den |le |el |il |de |dia )?D", Options);
    private static readonly Regex BeforeDay = new(@"\b(?:before|prior to|avant|antes del?|antes de que acabe|prima del?|prima della|prima di|vor|vor dem|voor)\s+(?:the |le |la |el |il |l'|de |dem |den |dia |giorno )?[DH]", Options);

    // The words the text is cut at.
    private static readonly string[] Joints = ["and", "und", "et", "y", "e", "ed", "en", "so", "aber", "but", "mais", "pero", "ma", "maar", "because", "since", "weil", "da", "denn", "car", "puisque", "porque", "perche", "poiche", "want", "omdat", "which", "que", "che", "dass", "dat", "that"];

    private readonly Regex subject, denied, frames, fine, pays, others, people;
    private readonly IReadOnlySet<string> known, payment;
    private readonly string[] slips;

    private readonly string language;

    private PlainPromise(string language, PlainWords words)
    {
        this.language = language;
        payment = words.Payment;
        known = words.Known.Concat(words.Payment).Concat(Joints).ToHashSet(StringComparer.Ordinal);
        slips = [.. payment.Where(w => w.Length >= ShortestSlip && w.All(char.IsAsciiLetter))];
        (subject, denied, frames, fine, pays) = (new(words.Subject + "|P", Options), new(words.Denied, Options), new(words.Frames, Options), new(words.Fine, Options), new(words.Pays, Options));
        (others, people) = (new($@"\b(?:{words.Others})\b", Options), new(words.People, Options));
    }

    /// <summary>How the clause ties a day to a payment. A language without word lists promises nothing outright.</summary>
    public static DayOfPayment Of(string clause, DateMention day, IReadOnlyList<DateMention> days, IReadOnlyList<TextSpan> amounts, IReadOnlyList<TextSpan> numbers, bool negated, string language)
    {
        if (Languages.GetOrAdd(language, static l => PlainWords.For(l) is { } words ? new PlainPromise(l, words) : null) is not { } reader) return DayOfPayment.Unclear;
        var marked = Folding.Fold(clause).ToCharArray();
        Mark(marked, numbers, Number);
        Mark(marked, amounts, Amount);
        Mark(marked, Names(clause, reader), Harmless);
        Mark(marked, days.Select(d => d.Span), Day);
        var text = new string(marked);
        return reader.Judge(day.Rule == "range" ? Between.Replace(text, static m => new string(Day, m.Length)) : text, day.Span, negated);
    }

    /// <summary>Whether a clause has a word of payment at all.</summary>
    public static bool Pays(string clause, string language) =>
        Languages.GetOrAdd(language, static l => PlainWords.For(l) is { } words ? new PlainPromise(l, words) : null) is { } reader && Words.Matches(Folding.Fold(clause)).Any(m => reader.HasPayment(m.Value));

    // "My colleague Sarah", "Kollegin Frau Sommer": names behind a word for a person of the house.
    private static IEnumerable<TextSpan> Names(string clause, PlainPromise reader)
    {
        var person = false;
        foreach (Match m in Name.Matches(clause))
        {
            var folded = Folding.Fold(m.Value);
            if (person && char.IsUpper(m.Value[0])) yield return new TextSpan(m.Index, m.Length);
            person = reader.people.IsMatch(folded) || Titles.IsMatch(folded);
        }
    }

    private static void Mark(char[] text, IEnumerable<TextSpan> spans, char mark)
    {
        foreach (var span in spans) Array.Fill(text, mark, span.Start, span.Length);
    }

    private DayOfPayment Judge(string text, TextSpan day, bool negated)
    {
        text = SentenceGates.Mask(CommitmentGates.Mask(text, Harmless), Harmless);
        text = Numbered.Replace(text, static m => new string(Number, m.Length));
        text = fine.Replace(text, static m => new string(Harmless, m.Length));
        text = pays.Replace(text, static m => new string(Paying, m.Length));
        text = BeforeDay.Replace(text, static m => new string(Day, m.Length));
        var pieces = Pieces(text);
        var own = pieces.FindIndex(p => p.Start + p.Length > day.Start);
        if (own < 0) return DayOfPayment.Unclear;
        return Holds(text, pieces, own, negated) ? DayOfPayment.Plain : HasPayment(Text(text, pieces[own])) ? DayOfPayment.Unclear : DayOfPayment.Elsewhere;
    }

    private bool Holds(string text, List<TextSpan> pieces, int own, bool negated)
    {
        var (from, to) = (own, own);
        string Core() => text[pieces[from].Start..(pieces[to].Start + pieces[to].Length)];
        if (!IsKnown(Core())) return false;
        // The day's own piece first, then what follows, then what stands before: "on the 20th, | as agreed, | we pay". A piece
        // with a day of its own belongs to that one, unless ours is but an item of a list.
        var item = Consists(Core(), PlainWords.Item);
        bool Joins(int at) => at >= 0 && at < pieces.Count && Text(text, pieces[at]) is var piece && IsKnown(piece) && (item || !piece.Contains(Day, StringComparison.Ordinal));
        while (!HasPayment(Core()) && Joins(to + 1)) to++;
        while (!HasPayment(Core()) && Joins(from - 1)) from--;
        while (!subject.IsMatch(Core()) && Joins(from - 1)) from--;
        while (!subject.IsMatch(Core()) && Joins(to + 1)) to++;
        var core = Core();
        if (denied.IsMatch(core) || CommitmentGates.Of(core, language) != Commitment.Plain) return false;
        // "You wrote | that we pay on the 5th": told of, unless what stands before is plain as well ("we confirm | that").
        if (from > 0 && Told.IsMatch(core) && !IsKnown(Text(text, pieces[from - 1]))) return false;
        // "It is not true | that we pay on the 5th." A denial elsewhere leaves the promise only where nothing ties it to it.
        if (negated && Told.IsMatch(core)) return false;
        if (others.IsMatch(core) && !people.IsMatch(text)) return false;
        if (!HasPayment(core)) return Alone(text);
        // Without a subject of its own it goes on with that of the piece before, which may be anybody.
        if (!subject.IsMatch(core) && from > 0 && !IsKnown(Text(text, pieces[from - 1]))) return false;
        return !pieces.Where((_, i) => i < from || i > to).Any(p => frames.IsMatch(Text(text, p)));
    }

    // "Friday, promise." as the whole answer.
    private static bool Alone(string text) => Consists(text, PlainWords.Alone);

    private static bool Consists(string text, IReadOnlySet<string> words) => Words.Matches(text).All(m => !char.IsAsciiLetterLower(m.Value[0]) || words.Contains(m.Value));

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
        if (!char.IsLetter(word[0])) return word[0] is '€' or '$' or '£' or '%' or '~' or '°' or 'º' or 'ª' || word[0] > '\u2000';
        var parts = word.Split('\'', '-');
        if (parts.Length > 1) return parts.All(part => part.Length == 0 || char.IsUpper(part[0]) || known.Contains(part));
        return word.Length >= ShortestSlip && !frames.IsMatch(word) && Slips.IsOneOff(word, slips);
    }
}
