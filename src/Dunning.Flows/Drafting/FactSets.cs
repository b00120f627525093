using System.Globalization;
using System.Text;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Core.Ledger;
using Dunning.Core.Ledger.Statements;
using Dunning.Flows.Deciding;
using Dunning.Guardrails;
using Dunning.Postgres;
using Dunning.Postgres.Cases;

namespace Dunning.Flows.Drafting;

/// <summary>Draws the facts of a message from the case file. What is not in the ledger cannot be said.</summary>
public sealed class FactSets(MessageIds messageIds, PolicySet policies)
{
    /// <summary>The facts for one touch on a day, for a new draft.</summary>
    /// <param name="languages">Languages clauses exist in; any other customer language falls back to the entity's, then English.</param>
    public FactSet Of(CaseFile file, Touch touch, DateOnly today, IReadOnlyList<AttachmentRef> attached, IReadOnlyCollection<string> languages)
    {
        IReadOnlyList<string> attachments = [.. attached.Select(attachment => attachment.InvoiceNumber).OfType<string>()];
        var statement = attached.Select(attachment => attachment.Statement).FirstOrDefault(reference => reference is not null);
        var segment = policies.SegmentFor(file, today);
        var subject = TouchSubject.Of(file, touch, segment.Policy, today);
        var invoices = subject.Items.Select(item => new InvoiceFact(item.Number, item.Issued, item.Due, item.Residual, item.DaysPastDue(today))).ToList();
        var credits = invoices.Count > 0 && touch.Purpose is Purpose.Reminder or Purpose.PromiseLapsed or Purpose.StatementAttached ? file.Ledger.UnappliedCredits.Sum() : 0;
        var recipient = file.Recipient;
        return new FactSet(
            VersionOf(file, subject, attachments, statement, segment.Version), LanguageOf(file, languages), today,
            file.Entity.Name, file.Entity.PersonaName, file.Entity.ReplyTo, file.Entity.Phone, file.Entity.PostalAddress,
            file.Entity.Iban, file.Entity.Bic, file.Entity.PayUrl,
            file.Customer.Name, file.Customer.Number, recipient?.Name,
            file.Ledger.Key.Currency, invoices.Sum(line => line.Open), credits, invoices,
            subject.Promises, subject.Payments, GrantFact.Nothing, attachments, subject.Disputed)
        {
            Statement = statement is null ? null : new(statement.AsOf),
            Footer = file.Entity.Brand.Footer,
            CaseReference = messageIds.CaseReference(file.Case.Id),
            PartlyDisputed = [.. TouchSubject.PartlyDisputed(file).Where(number => invoices.Exists(line => line.Number == number))],
        };
    }

    /// <summary>The facts as they are now for a draft that exists: in its language, with its attachments.</summary>
    public FactSet Again(CaseFile file, Touch touch, DateOnly today, string language, IReadOnlyList<AttachmentRef> attachments) =>
        Of(file, touch, today, attachments, [language]) with { Language = language };

    /// <summary>The language a customer is written to in.</summary>
    public static string LanguageOf(CaseFile file, IReadOnlyCollection<string> written) =>
        written.Contains(file.Customer.Language) ? file.Customer.Language : written.Contains(file.Entity.Language) ? file.Entity.Language : "en";

    /// <summary>
    /// Changes exactly when something a message says or relies on changes: lines, credits, promises, payments,
    /// disputes, bank details, recipient, policy. The day itself is not part of it; ages are checked by their rule.
    /// </summary>
    private static string VersionOf(CaseFile file, TouchSubject subject, IReadOnlyList<string> attachments, StatementRef? statement, string policyVersion)
    {
        var text = new StringBuilder();
        void Add(FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture)).Append('|');
        foreach (var item in subject.Items) Add($"{item.InstalmentId}:{item.Number}:{item.Due:O}:{item.Residual:G29}");
        foreach (var credit in file.Ledger.UnappliedCredits) Add($"credit {credit:G29}");
        foreach (var promise in subject.Promises) Add($"promise {promise.Date:O}:{promise.Amount:G29}");
        foreach (var payment in subject.Payments) Add($"payment {payment.ValueDate:O}:{payment.Amount:G29}");
        foreach (var number in subject.Disputed) Add($"disputed {number}");
        foreach (var number in TouchSubject.PartlyDisputed(file)) Add($"disputed in part {number}");
        foreach (var number in attachments) Add($"attached {number}");
        Add($"{file.Entity.Iban}:{file.Entity.Bic}:{file.Entity.PayUrl}:{file.Entity.ReplyTo}:{file.Entity.FromAddress}:{file.Recipient?.Email}:{file.Recipient?.Name}");
        if (statement is not null)
        {
            foreach (var line in AccountStatement.LinesOf(file.Ledger, file.Suppressions, statement.AsOf)) Add($"stated {line.Number}:{line.Due:O}:{line.Open:G29}:{line.Mark}");
        }

        foreach (var line in file.Entity.Brand.Footer) Add($"footer {line}");
        Add($"{file.Customer.Name}:{file.Customer.Segment}:{policyVersion}");
        return Hash.Hex(text.ToString())[..24];
    }
}
