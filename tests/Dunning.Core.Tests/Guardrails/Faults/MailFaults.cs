using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Guardrails;

namespace Dunning.Core.Tests.Guardrails.Faults;

/// <summary>A mail with its facts in which one thing is not what it should be.</summary>
internal sealed record MailFault(string Name, CandidateMail Mail, SendFacts Facts);

/// <summary>What can be wrong with what the gate is given: every null, every undefined label, and numbers and texts nobody writes.</summary>
internal static class MailFaults
{
    internal static IReadOnlyList<MailFault> All { get; } = [.. Nulls(), .. Labels(), .. Numbers(), .. Texts()];

    /// <summary>A mail of a person that somebody approved: the rules about style and doubt have been answered.</summary>
    internal static MailFault Approved(MailFault fault)
    {
        var mail = fault.Mail is null || fault.Mail.Level != AutonomyLevel.AutoVeto ? fault.Mail! : fault.Mail with { Level = AutonomyLevel.Suggest, Origin = fault.Mail.Origin == DraftOrigin.Clauses ? DraftOrigin.Person : fault.Mail.Origin };
        if (mail is null || fault.Facts is null) return fault with { Mail = mail! };
        ApprovalFacts? approval;
        try
        {
            approval = Sample.ApprovalOf(mail);
        }
        catch (Exception failure) when (failure is NullReferenceException)
        {
            // A mail that cannot be hashed has no approval of its own; that of another is all there can be.
            approval = Sample.ApprovalOf(Sample.Mail);
        }

        return fault with { Mail = mail, Facts = fault.Facts with { Automatic = false, Approval = fault.Facts.Approval ?? approval } };
    }

    private static IEnumerable<MailFault> Nulls()
    {
        foreach (var (path, mail) in Broken.Nulls(Rich.Mail)) yield return new($"mail.{path} null", mail, Rich.Send);
        foreach (var (path, facts) in Broken.Nulls(Rich.Send)) yield return new($"{path} null", Rich.Mail, facts);
        yield return new("mail null", null!, Sample.Send);
        yield return new("everything known null", Sample.Mail, null!);
    }

    private static IEnumerable<MailFault> Labels()
    {
        foreach (var (path, mail) in Broken.Labels(Sample.Mail)) yield return new($"mail.{path}", mail, Sample.Send);
        foreach (var (path, facts) in Broken.Labels(Sample.Send)) yield return new(path, Sample.Mail, facts);
        foreach (var language in (string[])["xx", "", "EN", "en-GB", "\ud800"])
        {
            yield return new($"mail in '{Shown(language)}'", Sample.Mail with { Language = language }, Sample.Send);
            yield return new($"mail and facts in '{Shown(language)}'", Sample.Mail with { Language = language }, Sample.Send with { Facts = Sample.Facts with { Language = language } });
        }
    }

    private static IEnumerable<MailFault> Numbers()
    {
        var (facts, mail) = (Sample.Facts, Sample.Mail);
        foreach (var amount in (decimal[])[decimal.MaxValue, decimal.MinValue, -1, 0])
        {
            yield return new($"total {amount:E0}", mail, Sample.Send with { Facts = facts with { TotalOverdue = amount } });
            yield return new($"open {amount:E0}", mail, Sample.Send with { Facts = facts with { Invoices = [facts.Invoices[0] with { Open = amount }, facts.Invoices[1]] } });
        }

        yield return new("every amount at its largest", mail, Sample.Send with { Facts = facts with { TotalOverdue = decimal.MaxValue, UnappliedCredits = decimal.MinValue, Invoices = [.. facts.Invoices.Select(static invoice => invoice with { Open = decimal.MaxValue })] } });
        yield return new("credits below zero", mail, Sample.Send with { Facts = facts with { UnappliedCredits = -1 } });
        yield return new("cap below zero", mail, Sample.Send with { Authority = Sample.Send.Authority! with { AmountCap = decimal.MinValue } });
        foreach (var count in (int[])[int.MinValue, int.MaxValue, -1]) foreach (var fault in Counts(count)) yield return fault;
        foreach (var at in (DateTimeOffset[])[DateTimeOffset.MinValue, DateTimeOffset.MaxValue])
        {
            yield return new($"ledger of {at.Year}", mail, Sample.Send with { Freshness = Sample.Send.Freshness! with { LedgerAsOf = at } });
            yield return new($"now is {at.Year}", mail, Sample.Send with { Freshness = Sample.Send.Freshness! with { Now = at } });
        }

        foreach (var limit in (TimeSpan[])[TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero])
            yield return new($"limit of {limit.Days} days", mail, Sample.Send with { Freshness = Sample.Send.Freshness! with { LedgerLimit = limit } });
        foreach (var day in (DateOnly[])[DateOnly.MinValue, DateOnly.MaxValue])
            yield return new($"today is {day.Year}", mail, Sample.Send with { Facts = facts with { Today = day } });
    }

    private static IEnumerable<MailFault> Counts(int count)
    {
        var (mail, send) = (Sample.Mail, Sample.Send);
        yield return new($"stage delivered {count}", mail, send with { Authority = send.Authority! with { LastDeliveredStage = count } });
        yield return new($"interval {count}", mail, send with { Rhythm = send.Rhythm! with { MinimumIntervalDays = count } });
        // Minus one day is an invoice not yet due.
        if (count != -1) yield return new($"days overdue {count}", mail, send with { Facts = Sample.Facts with { Invoices = [Sample.Facts.Invoices[0] with { DaysOverdue = count }, Sample.Facts.Invoices[1]] } });
        // A row too long stops an automatic mail only; a person may still write.
        if (count > 0) yield break;
        yield return new($"automatic in a row {count}", mail, send with { Rhythm = send.Rhythm! with { AutomaticInThreadSinceHuman = count } });
        yield return new($"shingle words {count}", mail, send with { Echo = send.Echo! with { ShingleWords = count } });
        yield return new($"draft version {count}", mail with { DraftVersion = count }, send);
        yield return new($"file of {count} bytes", Rich.Mail with { Attachments = [Rich.Mail.Attachments[0] with { Length = count }] }, Rich.Send);
    }

    private static IEnumerable<MailFault> Texts()
    {
        var mail = Sample.Mail;
        (string Name, string Text)[] texts =
        [
            ("lone high surrogate", "\ud800"), ("lone low surrogate", "\udfff"), ("surrogates the wrong way round", "\udc00\ud800"), ("NUL", "\0"), ("byte that is no text", "\ufffd"),
            ("a million letters", new('a', 1_000_000)), ("a million spaces", new(' ', 1_000_000)), ("a million line ends", new('\n', 1_000_000)),
            ("150,000 letters", new('a', 150_000)), ("150,000 dots", string.Concat(Enumerable.Repeat("a.", 75_000))), ("30,000 words", string.Concat(Enumerable.Repeat("we legal ", 15_000))),
            ("30,000 hyphens", string.Concat(Enumerable.Repeat("in-", 30_000))), ("4,000 figures", string.Concat(Enumerable.Repeat("1 ", 4_000))),
            ("60,000 brackets", new('<', 60_000)), ("60,000 marks on a letter", "a" + new string('\u0301', 60_000)), ("only spaces", "   "), ("nothing", ""),
        ];
        foreach (var (name, text) in texts)
        {
            yield return new($"text: {name}", mail with { Text = text.Length < 3 && text.Length > 0 ? Sample.Body + text : text }, Sample.Send);
            if (text.Trim().Length == 0) continue;
            yield return new($"subject: {name}", mail with { Subject = mail.Subject + text }, Sample.Send);
            yield return new($"html: {name}", mail with { Html = $"<p>{Sample.Body}</p>{text}" }, Sample.Send);
        }

        yield return new("sender: lone surrogate", mail with { FromName = "Accounts\ud800 Receivable" }, Sample.Send);
        yield return new("file name: lone surrogate", Rich.Mail with { Attachments = [Rich.Mail.Attachments[0] with { FileName = "INV-1001\udc00.pdf" }] }, Rich.Send);
    }

    private static string Shown(string text) => text.Length > 0 && char.IsSurrogate(text[0]) ? "lone surrogate" : text;
}
