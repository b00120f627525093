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
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const int ShortestSlip = 6;

    private static readonly ConcurrentDictionary<string, PlainPromise?> Languages = new(StringComparer.Ordinal);

    private readonly Regex subject, denied, frames, fine, pays, others, people;
    private readonly IReadOnlySet<string> known, payment;
    private readonly string[] slips;

    private readonly string language;

    private PlainPromise(string language, PlainWords words)
    {
        this.language = language;
        payment = words.Payment.Concat(EverydayWords.Payment(language)).ToHashSet(StringComparer.Ordinal);
        known = words.Known.Concat(payment).Concat(EverydayWords.Known(language)).Concat(PlainPatterns.Joints).ToHashSet(StringComparer.Ordinal);
        slips = [.. payment.Where(w => w.Length >= ShortestSlip && w.All(char.IsAsciiLetter))];
        (subject, denied, frames, fine, pays) = (new($@"{words.Subject}|\b(?:{EverydayWords.Subject(language)})\b|P", Options, PatternTime.Limit), new(words.Denied, Options, PatternTime.Limit), new(words.Frames, Options, PatternTime.Limit), new(words.Fine, Options, PatternTime.Limit), new($"{words.Pays}|{EverydayWords.Pays(language)}", Options, PatternTime.Limit));
        (others, people) = (new($@"\b(?:{words.Others})\b", Options, PatternTime.Limit), new($@"{words.People}|\b(?:{EverydayWords.People(language)})\b", Options, PatternTime.Limit));
    }

    /// <summary>How the clause ties a day to a payment. A language without word lists promises nothing outright.</summary>
    public static DayOfPayment Of(string clause, DateMention day, IReadOnlyList<DateMention> days, IReadOnlyList<TextSpan> amounts, IReadOnlyList<TextSpan> numbers, bool negated, string language) =>
        In(language) is { } reader ? reader.Judge(MarkedClause.Of(clause, day, days, amounts, numbers, reader.people), clause, day.Span, negated) : DayOfPayment.Unclear;

    /// <summary>Whether a clause has a word of payment at all.</summary>
    public static bool Pays(string clause, string language) => In(language) is { } reader && PlainPatterns.Words().Matches(Folding.Fold(clause)).Any(m => reader.HasPayment(m.Value));

    private static PlainPromise? In(string language) => Languages.GetOrAdd(language, static l => PlainWords.For(l) is { } words ? new PlainPromise(l, words) : null);

    private DayOfPayment Judge(string text, string clause, TextSpan day, bool negated)
    {
        text = MarkedClause.Replace(pays, MarkedClause.Replace(fine, text, MarkedClause.Harmless), MarkedClause.Paying);
        text = MarkedClause.Replace(PlainPatterns.BeforeDay(), text, MarkedClause.Day);
        var pieces = new ClausePieces(Shelter.Of(language).Cover(text, clause, IsKnownWord, frames));
        var own = pieces.At(day.Start);
        if (own < 0) return DayOfPayment.Unclear;
        return Holds(pieces, own, negated) ? DayOfPayment.Plain : HasPayment(pieces[own]) ? DayOfPayment.Unclear : DayOfPayment.Elsewhere;
    }

    private bool Holds(ClausePieces pieces, int own, bool negated)
    {
        if (!IsKnown(pieces[own])) return false;
        var (from, to) = Extent(pieces, own);
        var core = pieces[from, to];
        var before = from > 0 ? pieces[from - 1] : "";
        if (denied.IsMatch(core) || PlainPatterns.Returns().IsMatch(core) || CommitmentGates.Of(core, language) != Commitment.Plain) return false;
        // "Deduct it and I pay the rest on the 5th": their doing comes first.
        if (from > 0 && PlainPatterns.Then().IsMatch(core) && EverydayWords.Orders(language).IsMatch(pieces.Before(from))) return false;
        if (others.IsMatch(core) && !people.IsMatch(pieces.Text)) return false;
        // "You wrote | that we pay on the 5th": told of, unless what stands before is plain as well ("we confirm | that"). A
        // denial elsewhere leaves the promise only where nothing ties it to it.
        if (PlainPatterns.Told().IsMatch(core) && (negated || !IsKnown(before) && !PlainPatterns.Confirms().IsMatch(before))) return false;
        if (!HasPayment(core)) return Consists(pieces.Text, PlainWords.Alone);
        // Without a subject of its own it goes on with that of the piece before, which may be anybody.
        if (!subject.IsMatch(core) && !IsKnown(before) && !PlainPatterns.Ours().IsMatch(before)) return false;
        return !pieces.Outside(from, to).Any(p => frames.IsMatch(PlainPatterns.Unable().Replace(p, "")));
    }

    // The day's own piece first, then what follows, then what stands before: "on the 20th, | as agreed, | we pay". A piece
    // with a day of its own belongs to that one, unless ours is but an item of a list.
    private (int From, int To) Extent(ClausePieces pieces, int own)
    {
        var (from, to) = (own, own);
        var item = Consists(pieces[own], PlainWords.Item);
        bool Joins(int at) => at >= 0 && at < pieces.Count && pieces[at] is var piece && IsKnown(piece) && (item || !piece.Contains(MarkedClause.Day, StringComparison.Ordinal));
        bool Pays() => HasPayment(pieces[from, to]);
        bool Says() => subject.IsMatch(pieces[from, to]);
        while (!Pays() && Joins(to + 1)) to++;
        while (!Pays() && Joins(from - 1)) from--;
        while (!Says() && Joins(from - 1)) from--;
        while (!Says() && Joins(to + 1)) to++;
        return (from, to);
    }

    private static bool Consists(string text, IReadOnlySet<string> words) => PlainPatterns.Words().Matches(text).All(m => !char.IsAsciiLetterLower(m.Value[0]) || words.Contains(m.Value));

    private bool IsKnown(string piece) => PlainPatterns.Words().Matches(piece).All(m => IsKnownWord(m.Value));

    private bool HasPayment(string piece) => PlainPatterns.Words().Matches(piece).Any(m => m.Value[0] is MarkedClause.Paying or MarkedClause.Amount || payment.Contains(m.Value) || IsSlip(m.Value) || m.Value.Split('\'', '-').Any(part => payment.Contains(part)));

    private bool IsKnownWord(string word)
    {
        if (char.IsUpper(word[0]) || char.IsDigit(word[0]) || known.Contains(word)) return true;
        if (!char.IsLetter(word[0])) return word[0] is '€' or '$' or '£' or '%' or '~' or '°' or 'º' or 'ª' || word[0] > '\u2000';
        var parts = word.Split('\'', '-');
        if (parts.Length > 1) return parts.All(part => part.Length == 0 || char.IsUpper(part[0]) || known.Contains(part));
        return IsSlip(word) || Shelter.Of(language).IsKnown(word);
    }

    private bool IsSlip(string word) => word.Length >= ShortestSlip && !known.Contains(word) && !frames.IsMatch(word) && Slips.IsOneOff(word, slips);
}
