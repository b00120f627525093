using Dunning.Core.Cadence;
using Dunning.Core.Conversation;

namespace Dunning.Core.Cases;

/// <summary>What follows from a mail. Order: kind, sender, safety, then every intent; what is not handled goes to a person.</summary>
internal static class MailRules
{
    /// <summary>Signs of injection from which on nothing is done automatically.</summary>
    private const double InjectionLimit = 0.5;

    public static Decision Read(CaseEvent.MailRead mail, Consequences then) => mail.CameBack ? CameBack(mail, then) : mail.Reading.Kind switch
    {
        MessageKind.Bounce or MessageKind.ListMail => then.Finish("a machine wrote; nothing changes"),
        MessageKind.AutoReply => Absence(mail, then),
        MessageKind.Unreadable => Unreadable(mail, then),
        MessageKind.Human => Human(mail, then),
    };

    // Answering it would be talking to ourselves. One task a day, however often it comes round.
    private static Decision CameBack(CaseEvent.MailRead mail, Consequences then)
    {
        then.Ask(PersonTaskKind.CheckSender, [PersonReason.MailLoop], "A message of ours came back",
            "The mail carries the mark of our own messages: a forwarding rule may send them back to us. Nothing was changed and nothing is answered.",
            $"loop:{mail.ReceivedOn:yyyyMMdd}", mail.MessageId, blocks: false);
        return then.Finish("a message of our own came back; nothing changes");
    }

    private static Decision Unreadable(CaseEvent.MailRead mail, Consequences then)
    {
        then.Ask(PersonTaskKind.AnswerMail, [PersonReason.Unreadable], "A mail could not be read", "Read it and decide.",
            Key(mail, PersonTaskKind.AnswerMail), mail.MessageId, blocks: Trusted(mail.Sender));
        return then.Finish("the mail could not be read");
    }

    private static Decision Absence(CaseEvent.MailRead mail, Consequences then)
    {
        if (!Trusted(mail.Sender)) return then.Finish("an automatic reply of an unverified sender changes nothing");
        if (mail.Reading.Intents.Any(read => read.Intent == Intent.WrongContact))
        {
            NoteContacts(mail, then);
            then.Because("an automatic reply says that the contact has left");
            then.Ask(PersonTaskKind.WrongContact, [PersonReason.SafetyIntent], "Find a billing contact", $"An automatic reply says that the contact has left. {NamedInstead(mail) ?? "Nobody is named instead"}.",
                $"left:{mail.ReceivedOn:yyyyMM}", mail.MessageId, blocks: false);
        }
        else Delay(mail, then);
        // The journal holds no names: the deputy's address is among the contacts, unverified, and the mail shows the rest.
        if (mail.Reading.Deputy is not null) then.Because("a deputy is named, noted unverified");
        return then.Finish("an automatic reply changes nothing");
    }

    /// <summary>Notes addresses a mail names as contacts; nothing is ever sent there before a person has verified one.</summary>
    internal static void NoteContacts(CaseEvent.MailRead mail, Consequences then)
    {
        foreach (var address in mail.NamedContacts) then.Add(new CaseCommand.NoteContact(address, mail.MessageId));
    }

    internal static string? NamedInstead(CaseEvent.MailRead mail) => mail.NamedContacts.Count == 0 ? null
        : $"named instead, not verified: {string.Join(", ", mail.NamedContacts)}. Ask by another channel before anything is sent there";

    /// <summary>Waits for a return at most once, and never beyond the horizon, so that no automatic reply can put off contact for good.</summary>
    internal static void Delay(CaseEvent.MailRead mail, Consequences then)
    {
        if (mail.Reading.ReturnsOn is not { } back || back <= then.Today || then.View.AbsenceUsed) return;
        var horizon = mail.ReceivedOn.AddDays(then.Policy.Promises.HorizonDays);
        var until = (back > horizon ? horizon : back).AddDays(-1);
        then.ChangeView(view => view with { AbsenceUsed = true });
        NoteContacts(mail, then);
        then.Suppress(SuppressionKind.OutOfOffice, [], until, $"the contact is back on {back:yyyy-MM-dd}", mail.MessageId);
        then.Because("contact waits for the return, once");
    }

    private static Decision Human(CaseEvent.MailRead mail, Consequences then)
    {
        if (!Trusted(mail.Sender)) return Untrusted(mail, then);
        if (OnlyThanks(mail.Reading)) return then.Finish("the customer says thanks");
        if (then.View.Case.Status == CaseStatus.Closed)
        {
            new IntentRules(mail, then).Pauses();
            then.Ask(PersonTaskKind.AnswerMail, mail.Reading.Why, "A mail came after the case was closed", $"Read it and decide. {ReadsAs(mail.Reading)}",
                Key(mail, PersonTaskKind.AnswerMail), mail.MessageId, blocks: false);
            return then.Finish("the case is closed");
        }

        then.Add(new CaseCommand.CancelPending("the customer wrote"));
        new IntentRules(mail, then).Apply(mail.Reading.NeedsPerson || mail.Reading.InjectionProbability >= InjectionLimit);
        return then.Finish("nothing in the mail calls for a step");
    }

    private static Decision Untrusted(CaseEvent.MailRead mail, Consequences then)
    {
        var reason = mail.Sender.KnownContact ? PersonReason.Unauthenticated : PersonReason.UnknownSender;
        then.Ask(PersonTaskKind.CheckSender, [reason], "A mail of an unverified sender",
            (mail.Sender.KnownContact
                ? "The address is known, but the mail was not authenticated. Nothing was changed."
                : "The address is not a contact of this customer. Nothing was changed.") + InDetail(mail.Sender) + $" {ReadsAs(mail.Reading)}",
            Key(mail, PersonTaskKind.CheckSender), mail.MessageId, blocks: false);
        return then.Finish("the sender is not verified; nothing but a task");
    }

    private static string InDetail(SenderFacts sender) =>
        sender.Doubts.Count == 0 ? "" : $" In detail: {string.Join("; ", sender.Doubts.Select(SenderDoubts.Words))}.";

    /// <summary>A complaint stops mail as an opt-out does; only a person lifts it.</summary>
    public static Decision Reported(CaseEvent.MessageReported report, Consequences then)
    {
        then.Suppress(SuppressionKind.OptOut, [], null, "a message was reported to the mail provider as unwanted", report.MessageId);
        then.Add(new CaseCommand.CancelPending("a message was reported as unwanted"));
        then.Ask(PersonTaskKind.Complaint, [PersonReason.SafetyIntent], "A message was reported as unwanted",
            "The contact's mail provider passed on a complaint. Mail stops; the debt stays: consider a letter or a call.",
            $"reported:{report.MessageId}", report.MessageId, blocks: false);
        return then.Finish("a message was reported as unwanted");
    }

    private static bool OnlyThanks(ReplyReading reading) =>
        !reading.NeedsPerson && reading.InjectionProbability < InjectionLimit && reading.Intents.Count > 0
        && reading.Intents.All(intent => intent.Intent == Intent.ThanksAck)
        && reading.Promises.Count + reading.Claims.Count + reading.Documents.Count + reading.Disputes.Count == 0;

    internal static bool Trusted(SenderFacts sender) => sender.Trusted;

    internal static string Key(CaseEvent.MailRead mail, PersonTaskKind kind) => $"mail:{mail.MessageId}:{kind}";

    private static string ReadsAs(ReplyReading reading) => reading.Intents.Count == 0 ? "Nothing could be read from it."
        : $"It reads as: {string.Join(", ", reading.Intents.Take(3).Select(read => Wire.Name(read.Intent).Replace('_', ' ')))}.";
}
