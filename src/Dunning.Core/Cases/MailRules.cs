using Dunning.Core.Cadence;
using Dunning.Core.Conversation;

namespace Dunning.Core.Cases;

/// <summary>What follows from a mail. Order: kind, sender, safety, then every intent; what is not handled goes to a person.</summary>
internal static class MailRules
{
    /// <summary>Signs of injection from which on nothing is done automatically.</summary>
    private const double InjectionLimit = 0.5;

    public static Decision Read(CaseEvent.MailRead mail, Consequences then) => mail.Reading.Kind switch
    {
        MessageKind.Bounce or MessageKind.ListMail => then.Finish("a machine wrote; nothing changes"),
        MessageKind.AutoReply => Absence(mail, then),
        MessageKind.Unreadable => Unreadable(mail, then),
        MessageKind.Human => Human(mail, then),
    };

    private static Decision Unreadable(CaseEvent.MailRead mail, Consequences then)
    {
        then.Ask(PersonTaskKind.AnswerMail, [PersonReason.Unreadable], "A mail could not be read", "Read it and decide.",
            Key(mail, PersonTaskKind.AnswerMail), mail.MessageId, blocks: Trusted(mail.Sender));
        return then.Finish("the mail could not be read");
    }

    private static Decision Absence(CaseEvent.MailRead mail, Consequences then)
    {
        if (!Trusted(mail.Sender)) return then.Finish("an automatic reply of an unverified sender changes nothing");
        Delay(mail, then);
        return then.Finish("an automatic reply changes nothing");
    }

    // At most once, and never beyond the horizon, so that no automatic reply can put off contact for good.
    private static void Delay(CaseEvent.MailRead mail, Consequences then)
    {
        if (mail.Reading.ReturnsOn is not { } back || back <= then.Today || then.View.AbsenceUsed) return;
        var horizon = mail.ReceivedOn.AddDays(then.Policy.Promises.HorizonDays);
        var until = (back > horizon ? horizon : back).AddDays(-1);
        then.ChangeView(view => view with { AbsenceUsed = true });
        then.Suppress(SuppressionKind.OutOfOffice, [], until, $"the contact is back on {back:yyyy-MM-dd}", mail.MessageId);
        then.Because("contact waits for the return, once");
    }

    private static Decision Human(CaseEvent.MailRead mail, Consequences then)
    {
        if (!Trusted(mail.Sender)) return Untrusted(mail, then);
        if (then.View.Case.Status == CaseStatus.Closed)
        {
            then.Ask(PersonTaskKind.AnswerMail, mail.Reading.Why, "A mail came after the case was closed", "Read it and decide.",
                Key(mail, PersonTaskKind.AnswerMail), mail.MessageId, blocks: false);
            return then.Finish("the case is closed");
        }

        if (OnlyThanks(mail.Reading)) return then.Finish("the customer says thanks");
        then.Add(new CaseCommand.CancelPending("the customer wrote"));
        new IntentRules(mail, then).Apply(mail.Reading.NeedsPerson || mail.Reading.InjectionProbability >= InjectionLimit);
        return then.Finish("nothing in the mail calls for a step");
    }

    private static Decision Untrusted(CaseEvent.MailRead mail, Consequences then)
    {
        var reason = mail.Sender.KnownContact ? PersonReason.Unauthenticated : PersonReason.UnknownSender;
        then.Ask(PersonTaskKind.CheckSender, [reason], "A mail of an unverified sender",
            mail.Sender.KnownContact
                ? "The address is known, but the mail was not authenticated. Nothing was changed."
                : "The address is not a contact of this customer. Nothing was changed.",
            Key(mail, PersonTaskKind.CheckSender), mail.MessageId, blocks: false);
        return then.Finish("the sender is not verified; nothing but a task");
    }

    private static bool OnlyThanks(ReplyReading reading) =>
        !reading.NeedsPerson && reading.InjectionProbability < InjectionLimit && reading.Intents.Count > 0
        && reading.Intents.All(intent => intent.Intent == Intent.ThanksAck)
        && reading.Promises.Count + reading.Claims.Count + reading.Documents.Count + reading.Disputes.Count == 0;

    internal static bool Trusted(SenderFacts sender) => sender.Authenticity switch
    {
        SenderAuthenticity.Verified => sender.KnownContact,
        SenderAuthenticity.None or SenderAuthenticity.Failed => false,
    };

    internal static string Key(CaseEvent.MailRead mail, PersonTaskKind kind) => $"mail:{mail.MessageId}:{kind}";

    internal static void DelayOnce(CaseEvent.MailRead mail, Consequences then) => Delay(mail, then);
}
