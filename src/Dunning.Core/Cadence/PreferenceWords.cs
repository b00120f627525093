using System.Globalization;

namespace Dunning.Core.Cadence;

/// <summary>Says in a sentence what a preferred hour rests on.</summary>
public static class PreferenceWords
{
    /// <summary>Explains a preference of a customer, or of a segment.</summary>
    /// <param name="hour">The preferred hour on most days.</param>
    /// <param name="segment">The segment's name when the evidence is the segment's; null when it is the customer's own.</param>
    public static string Explain(Channel channel, PreferenceBasis basis, int hour, Chance chance, double otherwise, ContactEvidence evidence, string? segment) => basis switch
    {
        PreferenceBasis.Learned =>
            $"{Counts(channel, hour, evidence, segment)}: best at {Hours(hour)}, where the chance of an answer is {Percent(chance.Expected)} ({Percent(chance.Lower)} to {Percent(chance.Upper)}) against {Percent(otherwise)} otherwise",
        PreferenceBasis.Varied =>
            $"{Counts(channel, hour, evidence, segment)}: not enough to be sure of the best hour, so it varies inside the contact window, leaning to hours answered more; the next is {Hours(hour)}",
        PreferenceBasis.None =>
            $"{Counts(channel, hour, evidence, segment)}: no hour stands out, messages go out as soon as the contact window is open",
    };

    /// <summary>Proposes another channel to a person. Nothing but mail ever goes out by itself.</summary>
    public static string Suggest(Channel channel, int hour, ContactEvidence evidence, double chance, double chanceOfMail) => channel switch
    {
        Channel.Call => $"calls were answered {evidence.Answered} of {evidence.Contacts} times ({Percent(chance)} against {Percent(chanceOfMail)} by mail): consider calling, best at {Hours(hour)}",
        Channel.Letter => $"letters were answered {evidence.Answered} of {evidence.Contacts} times ({Percent(chance)} against {Percent(chanceOfMail)} by mail): consider a letter",
        Channel.Mail => $"mails were answered {evidence.Answered} of {evidence.Contacts} times",
    };

    private static string Counts(Channel channel, int hour, ContactEvidence evidence, string? segment)
    {
        var who = segment is null ? "" : $"the segment {segment} ";
        var elsewhere = evidence.Contacts - evidence.AtHour;
        var what = channel switch { Channel.Mail => "mails sent", Channel.Letter => "letters sent", Channel.Call => "calls made" };
        return $"{who}answered {evidence.AnsweredAtHour} of {evidence.AtHour} {what} {Hours(hour)} and {evidence.Answered - evidence.AnsweredAtHour} of {elsewhere} at other hours";
    }

    private static string Hours(int hour) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}–{(hour + 1) % 24:00}");

    private static string Percent(double chance) => string.Create(CultureInfo.InvariantCulture, $"{chance * 100:0} %");
}
