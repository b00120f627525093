using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Mail.Delivery;
using Dunning.Mail.Mime;
using Dunning.Postgres.Cases;

namespace Dunning.Flows.Receiving;

/// <summary>What is known about who wrote, for the decision and for the person who reads its task.</summary>
internal static class Senders
{
    public static SenderFacts FactsOf(MimeMessage message, string ownBorder, CaseFile file, bool known, SenderAuthenticity proven)
    {
        var contacts = file.Contacts.Where(contact => contact.Verified && contact.Email is not null).ToList();
        var domains = contacts.Select(contact => DomainOf(contact.Email!)).Where(domain => domain.Length > 0).Distinct();
        var found = Authenticity.Judge(message, ownBorder, known ? [] : domains);
        // An answer that goes to another contact of the same customer goes nowhere new.
        var elsewhere = message.ReplyTo.Any(reply => !contacts.Exists(contact => string.Equals(contact.Email, reply.Address, StringComparison.OrdinalIgnoreCase)));
        return new(known, proven) { Doubts = [.. found.Signs.Where(sign => sign != SenderSign.RepliesElsewhere || elsewhere).Select(Doubt)] };
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static SenderDoubt Doubt(SenderSign sign) => sign switch
    {
        SenderSign.NoResult => SenderDoubt.NoResult,
        SenderSign.CheckFailed => SenderDoubt.CheckFailed,
        SenderSign.NotAligned => SenderDoubt.NotAligned,
        SenderSign.SeveralAuthors => SenderDoubt.SeveralAuthors,
        SenderSign.SenderDiffers => SenderDoubt.SenderDiffers,
        SenderSign.RepliesElsewhere => SenderDoubt.RepliesElsewhere,
        SenderSign.NameShowsAddress => SenderDoubt.NameShowsAddress,
        SenderSign.LooksAlike => SenderDoubt.LooksAlike,
    };
}
