using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Gates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Commitments;

/// <summary>Marks in capitals over a folded clause, one for one character, that stand for what other readers have understood.</summary>
internal static class MarkedClause
{
    /// <summary>A day.</summary>
    public const char Day = 'D';
    /// <summary>An amount.</summary>
    public const char Amount = 'A';
    /// <summary>Words that take nothing away.</summary>
    public const char Harmless = 'H';
    /// <summary>An invoice or other number.</summary>
    public const char Number = 'N';
    /// <summary>A turn of phrase that says that payment is made.</summary>
    public const char Paying = 'P';

    /// <summary>The clause with its days, amounts, numbers and the names of the payer's own people marked.</summary>
    public static string Of(string clause, DateMention day, IEnumerable<DateMention> days, IEnumerable<TextSpan> amounts, IEnumerable<TextSpan> numbers, Regex people)
    {
        var marked = Folding.Fold(clause).ToCharArray();
        Mark(marked, numbers, Number);
        Mark(marked, amounts, Amount);
        Mark(marked, Names(clause, people), Harmless);
        Mark(marked, days.Select(d => d.Span), Day);
        var text = SentenceGates.Mask(CommitmentGates.Mask(new string(marked), Harmless), Harmless);
        if (day.Rule == "range") text = Replace(PlainPatterns.Between(), text, Day);
        return Replace(PlainPatterns.Token(), Replace(PlainPatterns.Numbered(), text, Number), Number);
    }

    /// <summary>The text with every match marked.</summary>
    public static string Replace(Regex pattern, string text, char mark) => pattern.Replace(text, m => new string(mark, m.Length));

    // "My colleague Sarah", "Kollegin Frau Sommer": names behind a word for a person of the house.
    private static IEnumerable<TextSpan> Names(string clause, Regex people)
    {
        var person = false;
        foreach (Match m in PlainPatterns.Name().Matches(clause))
        {
            var folded = Folding.Fold(m.Value);
            if (person && char.IsUpper(m.Value[0])) yield return new TextSpan(m.Index, m.Length);
            person = people.IsMatch(folded) || PlainPatterns.Titles().IsMatch(folded);
        }
    }

    private static void Mark(char[] text, IEnumerable<TextSpan> spans, char mark)
    {
        foreach (var span in spans) Array.Fill(text, mark, span.Start, span.Length);
    }
}
