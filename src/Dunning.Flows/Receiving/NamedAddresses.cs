using System.Text.RegularExpressions;
using Dunning.Core.Conversation;
using Dunning.Postgres.Cases;

namespace Dunning.Flows.Receiving;

/// <summary>
/// Addresses a mail names as the right ones or as deputies. Only plain ASCII addresses count, so that nothing but an
/// address comes out of the text; whatever comes out stays unverified.
/// </summary>
internal static partial class NamedAddresses
{
    private const int Most = 3;

    /// <summary>The addresses, lower case, each once; empty unless the mail speaks of a wrong contact or an absence.</summary>
    public static IReadOnlyList<string> In(InboundMail mail, ReplyReading reading, CaseFile file)
    {
        if (!reading.Intents.Any(read => read.Intent is Intent.WrongContact or Intent.OutOfOffice)) return [];
        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase) { file.Entity.FromAddress, file.Entity.ReplyTo };
        if (mail.From is { } from) known.Add(from);
        known.UnionWith(file.Contacts.Select(contact => contact.Email));
        known.UnionWith(mail.Message.To.Select(address => address.Address));
        return [.. Address().Matches(mail.NewText.Reveal()).Select(match => match.Value.ToLowerInvariant()).Where(address => !known.Contains(address)).Distinct().Take(Most)];
    }

    [GeneratedRegex(@"\b[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,62}[A-Za-z0-9])?@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,4}\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
