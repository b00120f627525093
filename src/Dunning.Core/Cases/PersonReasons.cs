using Dunning.Core.Conversation;

namespace Dunning.Core.Cases;

/// <summary>The reasons for which a mail goes to a person, in words.</summary>
public static class PersonReasons
{
    /// <summary>One reason as part of a sentence.</summary>
    public static string Words(PersonReason reason) => reason switch
    {
        PersonReason.UnknownSender => "the sender is not a contact of this customer",
        PersonReason.Unauthenticated => "the sender was not authenticated",
        PersonReason.Unsure => "the reader is not sure what is meant",
        PersonReason.SafetyIntent => "it touches a matter only a person decides",
        PersonReason.AmbiguousDate => "the date has more than one meaning",
        PersonReason.VaguePromise => "payment is announced without a date",
        PersonReason.ConditionalPromise => "the promise depends on a condition",
        PersonReason.UnknownInvoice => "it names an invoice that is not among the open ones",
        PersonReason.SeveralIntents => "it says things about the same invoice that do not go together",
        PersonReason.InjectionSuspected => "it seems to address software",
        PersonReason.Unreadable => "it could not be read",
        PersonReason.UnsupportedLanguage => "it is in a language the reader does not know",
        PersonReason.BankDetails => "it is about bank details",
        PersonReason.TooManyPromises => "there were too many promises already",
        PersonReason.MissingDocument => "a document is missing",
        PersonReason.NoThread => "it belongs to no conversation",
        PersonReason.MailLoop => "two machines may be answering each other",
        PersonReason.ReadersDisagree => "the language model read something else than the embedded reader",
        PersonReason.SafetySuspected => "a sentence may be a dispute or another matter only a person decides",
        PersonReason.OtherIntent => "it asks for something the agent does not do",
    };
}
