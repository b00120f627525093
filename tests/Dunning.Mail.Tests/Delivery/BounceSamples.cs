namespace Dunning.Mail.Tests.Delivery;

/// <summary>Reports in the shape of well-known systems.</summary>
internal static class BounceSamples
{
    public const string Postfix = """
        Return-Path: <>
        From: MAILER-DAEMON@mx.debtor.test (Mail Delivery System)
        To: ar@collections.test
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        Content-Type: multipart/report; report-type=delivery-status; boundary="B/x.1"

        --B/x.1
        Content-Description: Notification

        This is the mail system at host mx.debtor.test.
        <gone@debtor.test>: host mail.debtor.test said: 550 5.1.1 User unknown

        --B/x.1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.debtor.test
        Arrival-Date: Wed,  4 Mar 2026 09:30:00 +0100 (CET)

        Final-Recipient: rfc822; gone@debtor.test
        Original-Recipient: rfc822;gone@debtor.test
        Action: failed
        Status: 5.1.1
        Remote-MTA: dns; mail.debtor.test
        Diagnostic-Code: smtp; 550 5.1.1 <gone@debtor.test>: Recipient
            address rejected: User unknown

        --B/x.1
        Content-Type: message/rfc822

        From: ar@collections.test
        Message-ID: <touch-9@collections.test>
        Subject: Invoice 4711

        text
        --B/x.1--
        """;

    public const string Exchange = """
        Return-Path: <>
        From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@debtor.test>
        To: ar@collections.test
        Subject: Unzustellbar: Rechnung 4711
        In-Reply-To: <touch-9@collections.test>
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/html

        <b>Ihre Nachricht wurde nicht zugestellt.</b>
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns;EX01.debtor.test

        Final-recipient: RFC822;ap@debtor.test
        Action: failed
        Status: 5.2.2
        Diagnostic-Code: smtp;554 5.2.2 mailbox full; STOREDRV.Deliver

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <touch-9@collections.test>
        Subject: Rechnung 4711

        --b--
        """;

    public const string Gmail = """
        Return-Path: <>
        From: Mail Delivery Subsystem <mailer-daemon@googlemail.test>
        To: ar@collections.test
        Subject: Delivery Status Notification (Failure)
        X-Failed-Recipients: gone@debtor.test
        References: <touch-9@collections.test>
        Content-Type: multipart/report; boundary=b; report-type=delivery-status

        --b
        Content-Type: multipart/alternative; boundary=c

        --c
        Content-Type: text/plain; charset=UTF-8

        ** Message blocked **
        --c--
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; googlemail.test
        X-Original-Message-ID: <touch-9@collections.test>

        Final-Recipient: rfc822; gone@debtor.test
        Action: failed
        Status: 5.0.0
        Diagnostic-Code: smtp; 550-5.7.26 This message does not pass authentication checks

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <touch-9@collections.test>
        --b--
        """;

    public const string Qmail = """
        Return-Path: <>
        From: MAILER-DAEMON@old.debtor.test
        To: ar@collections.test
        Subject: failure notice

        Hi. This is the qmail-send program at old.debtor.test.
        <gone@debtor.test>:
        192.0.2.1 does not like recipient.
        Remote host said: 550 5.1.1 no such user
        Giving up on 192.0.2.1.

        --- Below this line is a copy of the message.

        Message-ID: <touch-9@collections.test>
        Subject: Invoice
        """;

    public const string Delayed = """
        Return-Path: <>
        From: MAILER-DAEMON@mx.collections.test
        Subject: Delayed Mail (still being retried)
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.collections.test

        Final-Recipient: rfc822; ap@debtor.test
        Action: delayed
        Status: 4.4.1
        Diagnostic-Code: X-Postfix; connect to mail.debtor.test: Connection timed out

        --b--
        """;

    public const string Feedback = """
        From: <complaints@provider.test>
        Subject: Abuse report
        Content-Type: multipart/report; report-type=feedback-report; boundary=b

        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: Provider/1.0
        Version: 1
        Original-Rcpt-To: <ap@debtor.test>

        --b
        Content-Type: message/rfc822

        Message-ID: <touch-9@collections.test>

        x
        --b--
        """;
}
