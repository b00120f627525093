using Dunning.Postgres.Cases;

namespace Dunning.Flows.Console;

/// <summary>What can be done with a contact that was noted from a mail. Only a person's request gets here.</summary>
internal static class NotedContacts
{
    /// <summary>Why a request about a contact cannot be carried out now; null when it can, or is about something else.</summary>
    public static string? Objection(CaseRequest request, CaseFile file) => request switch
    {
        CaseRequest.VerifyContact verify => Objection(verify.ContactId, file, verifying: true),
        CaseRequest.DiscardContact discard => Objection(discard.ContactId, file, verifying: false),
        _ => null,
    };

    private static string? Objection(long contactId, CaseFile file, bool verifying) => file.Contacts.FirstOrDefault(contact => contact.Id == contactId) switch
    {
        null => "the contact does not belong to this customer, or was discarded",
        { Verified: true } => "the contact is verified already",
        { Dead: true } when verifying => "mail to this address came back as undeliverable",
        { OptedOut: true } when verifying => "this address has opted out of mail",
        _ => null,
    };
}
