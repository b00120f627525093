using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dunning.Core.Conversation;

namespace Dunning.Flows.Reading.Models;

/// <summary>
/// Puts a mail into a prompt so that its end and every line of it can be told from the instructions: a random mark
/// nobody outside can know stands before each line (spotlighting), and characters a person would not see are gone.
/// </summary>
internal static class MailFence
{
    private const int Longest = 8_000;

    /// <summary>A mark for one prompt.</summary>
    public static string Mark() => "MAIL-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8));

    /// <summary>The text with the mark before each line; cut where it is longer than anybody writes anew.</summary>
    public static string Marked(UntrustedText untrusted, string mark)
    {
        var text = untrusted.Reveal();
        if (text.Length > Longest) text = text[..Longest];
        var marked = new StringBuilder(text.Length + 200);
        foreach (var line in Visible(text).Split('\n')) marked.Append(mark).Append("| ").Append(line).Append('\n');
        return marked.ToString().TrimEnd('\n');
    }

    private static string Visible(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned))
                kept.Append(rune);
        }

        return kept.ToString();
    }
}
