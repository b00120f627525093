using System.Globalization;
using Dunning.Mail.Mime;

namespace Dunning.Simulator.Debtors;

/// <summary>Makes mails of what debtors decide.</summary>
internal static class Correspondence
{
    /// <summary>The mail for an act; null for one that is none.</summary>
    public static OutgoingReply? MailOf(DebtorAct act, Debtor debtor, OurMail mail, DateTimeOffset now, int number)
    {
        var notBefore = now.AddMinutes(20 + debtor.Random.Next(300));
        var text = new ReplyText(debtor.Customer, debtor.Random, mail.IsGerman, DateOnly.FromDateTime(now.UtcDateTime));
        return act switch
        {
            DebtorAct.Answer answer => Signed(debtor, mail, text.Answer(answer.Section, answer.About, answer.Day, mail), notBefore, number),
            DebtorAct.AutoReply away => Automatic(debtor, mail, text.Answer("away", [], away.Returns, mail), now, number),
            DebtorAct.Impersonate spoof => Forged(debtor, mail, text.Answer("spoof", spoof.About, null, mail), spoof.About[0].Number, notBefore, number),
            DebtorAct.Pay => null,
            _ => throw new InvalidOperationException($"{act.GetType().Name} is not known here"),
        };
    }

    private static OutgoingReply Signed(Debtor debtor, OurMail mail, string body, DateTimeOffset at, int number)
    {
        var customer = debtor.Customer;
        return new(at, customer.Email, customer.Email, mail.ReplyTo, new()
        {
            From = new(customer.ContactName, customer.Email), To = [new(mail.ReplyTo)], Subject = $"{(mail.IsGerman ? "AW" : "Re")}: {mail.Mime.Subject}",
            MessageId = IdOf(mail, number), Date = at, InReplyTo = mail.Mime.MessageId, References = [.. mail.Mime.References, mail.Mime.MessageId!], TextBody = body,
        });
    }

    private static OutgoingReply Automatic(Debtor debtor, OurMail mail, string body, DateTimeOffset at, int number)
    {
        var customer = debtor.Customer;
        return new(at, customer.Email, "", mail.ReturnPath, new()
        {
            From = new(customer.ContactName, customer.Email), To = [new(mail.ReturnPath)],
            Subject = mail.IsGerman ? $"Automatische Antwort: {mail.Mime.Subject}" : $"Automatic reply: {mail.Mime.Subject}",
            MessageId = IdOf(mail, number), Date = at, InReplyTo = mail.Mime.MessageId, References = [mail.Mime.MessageId!], TextBody = body,
            ExtraHeaders = [new("Auto-Submitted", "auto-replied"), new("X-Auto-Response-Suppress", "All")],
        });
    }

    /// <summary>A forger knows the customer and an invoice number, but neither our Message-ID nor the customer's password.</summary>
    private static OutgoingReply Forged(Debtor debtor, OurMail mail, string body, string invoice, DateTimeOffset at, int number)
    {
        var customer = debtor.Customer;
        return new(at, null, "sender@lookalike.test", mail.ReplyTo, new()
        {
            From = new(customer.ContactName, customer.Email), To = [new(mail.ReplyTo)], Subject = invoice,
            MessageId = $"{number.ToString(CultureInfo.InvariantCulture)}.{mail.TouchId[..12]}@lookalike.test", Date = at, TextBody = body,
        });
    }

    // The run's own touch id keeps ids of different runs apart as far as they must be; the number keeps answers apart.
    private static string IdOf(OurMail mail, int number) =>
        $"r{number.ToString(CultureInfo.InvariantCulture)}.{mail.Mime.MessageId![..44].Replace('@', '.')}@{mail.Mailbox[(mail.Mailbox.IndexOf('@', StringComparison.Ordinal) + 1)..]}";
}
