using Dunning.Mail.Delivery;
using Dunning.Mail.Tests.Support;

namespace Dunning.Mail.Tests.Delivery;

public sealed class BounceFormatTests
{
    private const string Copy = "\n\nMessage-ID: <touch-9@collections.test>\nSubject: Invoice 4711\n";

    private static ReceivedMail Recognise(string raw) => DeliveryStatus.Recognise(Some.ParsedUtf8(raw));

    public static TheoryData<string, string, string, string, BounceKind> Texts => new()
    {
        { "postmaster@debtor.test", "Undeliverable: Invoice 4711", "Your message to gone@debtor.test couldn't be delivered.\ngone wasn't found at debtor.test.\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'", "gone@debtor.test", BounceKind.Hard },
        { "postmaster@debtor.test", "Unzustellbar: Rechnung 4711", "Ihre Nachricht an gone@debtor.test konnte nicht zugestellt werden.\ngone wurde in debtor.test nicht gefunden werden.\n550 5.1.1 RESOLVER.ADR.RecipNotFound", "gone@debtor.test", BounceKind.Hard },
        { "postmaster@debtor.test", "Non remis : Facture 4711", "Votre message à gone@debtor.test n'a pas pu être remis.\ngone est introuvable dans debtor.test.", "gone@debtor.test", BounceKind.Hard },
        { "postmaster@debtor.test", "No se puede entregar: Factura 4711", "No se pudo entregar el mensaje a gone@debtor.test.\nNo se encontró gone en debtor.test.", "gone@debtor.test", BounceKind.Hard },
        { "postmaster@debtor.test", "Non recapitabile: Fattura 4711", "Impossibile recapitare il messaggio a gone@debtor.test.\ngone non trovato in debtor.test.", "gone@debtor.test", BounceKind.Hard },
        { "postmaster@debtor.test", "Onbestelbaar: Factuur 4711", "Uw bericht aan gone@debtor.test kan niet worden bezorgd.\ngone is niet gevonden bij debtor.test.", "gone@debtor.test", BounceKind.Hard },
        { "mailer-daemon@googlemail.test", "Delivery Status Notification (Failure)", "** Address not found **\n\nYour message wasn't delivered to gone@debtor.test because the address couldn't be found, or is unable to receive mail.", "gone@debtor.test", BounceKind.Hard },
        { "MAILER-DAEMON@mx.debtor.test", "Undelivered Mail Returned to Sender", "This is the mail system at host mx.debtor.test.\n\nI'm sorry to have to inform you that your message could not be delivered.\n\n<gone@debtor.test>: host mail.debtor.test said: 550 5.1.1 <gone@debtor.test>: Recipient address rejected: User unknown in virtual mailbox table", "gone@debtor.test", BounceKind.Hard },
        { "MAILER-DAEMON@old.debtor.test", "failure notice", "Hi. This is the qmail-send program at old.debtor.test.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<gone@debtor.test>:\nSorry, no mailbox here by that name. (#5.1.1)", "gone@debtor.test", BounceKind.Hard },
        { "Mailer-Daemon@mx.debtor.test", "Mail delivery failed: returning message to sender", "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. The following address(es) failed:\n\n  gone@debtor.test\n    Unrouteable address", "gone@debtor.test", BounceKind.Hard },
        { "MAILER-DAEMON@send.debtor.test", "Returned mail: see transcript for details", "The original message was received at Wed, 4 Mar 2026\n\n   ----- The following addresses had permanent fatal errors -----\n<gone@debtor.test>\n    (reason: 550 5.1.1 User unknown)", "gone@debtor.test", BounceKind.Hard },
        { "MAILER-DAEMON@yahoo.test", "Failure Notice", "Sorry, we were unable to deliver your message to the following address.\n\n<gone@debtor.test>:\n554: delivery error: dd This user doesn't have a yahoo.test account (gone@debtor.test) [0]", "gone@debtor.test", BounceKind.Hard },
        { "mailer-daemon@gmx.test", "Mail delivery failed: returning message to sender", "This message was created automatically by mail delivery software.\nA message that you sent could not be delivered to one or more of its recipients.\n\ngone@debtor.test:\nSMTP error from remote server for RCPT TO command, host: mx.debtor.test reason: 552 5.2.2 Quota exceeded", "gone@debtor.test", BounceKind.Soft },
        { "postmaster@notes.debtor.test", "DELIVERY FAILURE: User gone (gone@debtor.test) not listed in Domino Directory", "Your message\n\n  Subject: Invoice 4711\n\nwas not delivered to:\n\n  gone@debtor.test\n\nbecause:\n\n  User gone (gone@debtor.test) not listed in Domino Directory", "gone@debtor.test", BounceKind.Hard },
        { "postmaster@debtor.test", "Undeliverable: Invoice 4711", "Your message to gone@debtor.test couldn't be delivered.\n550 5.7.1 Service unavailable, message blocked: listed at blocklist.test as spam", "gone@debtor.test", BounceKind.Policy },
        { "MAILER-DAEMON@mx.debtor.test", "Delivery delayed: Invoice 4711", "The message has not yet been delivered to gone@debtor.test. Delivery attempts will continue. You do not need to resend it.", "gone@debtor.test", BounceKind.Soft },
        { "MAILER-DAEMON@mx.debtor.test", "Warning: could not send message for past 4 hours", "    THIS IS A WARNING MESSAGE ONLY. <gone@debtor.test> 550 is not final.", "gone@debtor.test", BounceKind.Soft },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Bounces_without_a_report_part_are_read_in_six_languages(string from, string subject, string text, string recipient, BounceKind kind)
    {
        var bounce = Recognise($"Return-Path: <>\nFrom: {from}\nSubject: {subject}\nAuto-Submitted: auto-replied\nContent-Type: text/plain; charset=utf-8\n\n{text}{Copy}").ShouldBeOfType<ReceivedMail.Bounce>();
        (bounce.Kind, bounce.Recipient, bounce.OriginalMessageId).ShouldBe((kind, recipient, "touch-9@collections.test"));
    }

    [Fact]
    public void A_bounce_that_returns_nothing_cites_nothing_whatever_its_thread_headers_say()
    {
        var raw = $"Return-Path: <>\nFrom: MAILER-DAEMON@x.test\nSubject: Undelivered Mail Returned to Sender\nIn-Reply-To: <touch-9@collections.test>\nReferences: <touch-9@collections.test>\n\n<gone@debtor.test>: 550 5.1.1 user unknown";
        Recognise(raw).ShouldBeOfType<ReceivedMail.Bounce>().OriginalMessageId.ShouldBeNull();
    }

    [Fact]
    public void A_person_who_writes_about_a_mail_that_came_back_is_a_person() =>
        Recognise("Return-Path: <jane@debtor.test>\nFrom: Jane <jane@debtor.test>\nSubject: your mail\n\nYour message could not be delivered to Bob, he left. Please write to me.").ShouldBeOfType<ReceivedMail.Human>();

    [Theory]
    [InlineData("Please confirm your message to ap@debtor.test", "This mailbox is protected from spam. Click the link to be added to the guest list.")]
    [InlineData("Bitte bestätigen Sie Ihre Nachricht", "Ihre Nachricht wird zugestellt, sobald Sie bestätigen. Klicken Sie hier.")]
    public void A_challenge_is_no_answer_of_the_customer(string subject, string text) =>
        Recognise($"From: ap@debtor.test\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{text}").ShouldBe(new ReceivedMail.AutoReply(AutoReplyKind.Challenge, null));

    [Fact]
    public void An_accepted_invitation_is_a_machines_answer_unless_somebody_wrote_a_word()
    {
        const string Mail = "From: jane@debtor.test\nSubject: Accepted: Call\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{0}\n--b\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n--b--";
        Recognise(Mail.Replace("{0}", "", StringComparison.Ordinal)).ShouldBe(new ReceivedMail.AutoReply(AutoReplyKind.CalendarReply, null));
        Recognise(Mail.Replace("{0}", "We pay on Friday.", StringComparison.Ordinal)).ShouldBeOfType<ReceivedMail.Human>();
    }
}
