using Dunning.Core.Cadence;
using Dunning.Core.Conversation;
using Dunning.Core.Promises;

namespace Dunning.Core.Cases;

/// <summary>What a customer says will be paid, was paid, or needs before paying.</summary>
internal sealed partial class IntentRules
{
    private void Claims()
    {
        IEnumerable<PaymentClaimReading> claims = Reading.Claims;
        if (Reading.Claims.Count == 0 && Reading.Intents.FirstOrDefault(read => read.Intent == Intent.PaymentConfirmation) is { } bare)
            claims = [new PaymentClaimReading(null, null, null, null, [], bare.Span)];
        foreach (var claim in claims)
        {
            if (InvoiceLookup.Ids(then.View, claim.Invoices, then.Today) is not { Count: > 0 } ids)
            {
                Person(PersonTaskKind.AnswerMail, PersonReason.UnknownInvoice, "a payment is claimed for something that is not open");
                continue;
            }

            if (claim.Currency is { } named && named != then.View.Case.Account.Currency)
            {
                Person(PersonTaskKind.AnswerMail, PersonReason.Unsure, $"a payment in {named} is claimed on a {then.View.Case.Account.Currency} account");
                continue;
            }

            if (claim.Invoices.Count == 0 && claim.Amount is { } amount)
                ids = InvoiceLookup.CoveredBy(then.View, amount, then.Policy.Promises.Tolerance(amount, then.View.Case.Account.Currency), then.Today);
            // Saying it again must not put off contact for good: one trace at a time, and only once without a person.
            if (then.View.Claims.Any(open => ids.All(open.InvoiceIds.Contains))) { then.Because("the payment is being traced already"); continue; }
            if (then.View.FailedClaims.Any(failed => ids.All(failed.InvoiceIds.Contains) && SameMoney(failed, claim)))
            {
                Person(PersonTaskKind.AnswerMail, PersonReason.Unsure, "the same payment was claimed before and not found");
                continue;
            }

            var until = then.Calendar.AddBusinessDays(then.Today, then.Policy.TraceWindowDays);
            var trace = new PaymentClaim(0, ids, claim.Amount, claim.Date, claim.Reference, then.Today, until);
            then.Suppress(SuppressionKind.Trace, ids, until, "a payment is being traced", mail.MessageId, claim.Span);
            then.ChangeView(view => view with { Claims = [.. view.Claims, trace] });
            then.Add(new CaseCommand.StartTrace(trace, mail.MessageId));
            then.Because($"a claimed payment is looked for until {until:yyyy-MM-dd}");
        }
    }

    // A second claim with a new amount, day or reference is news; without one it is the first again.
    private static bool SameMoney(PaymentClaim failed, PaymentClaimReading again) =>
        (again.Amount is null || again.Amount == failed.Amount) && (again.Reference is null || again.Reference == failed.Reference)
        && (again.Date is null || again.Date == failed.PaidOn);

    private void Promises()
    {
        if (Reading.Promises.Count == 0 && Reading.Intents.Any(read => read.Intent == Intent.PromiseToPay)) _answers.Add(Purpose.AskForDate);
        var promised = new HashSet<long>();
        foreach (var reading in Reading.Promises)
        {
            switch (PromiseAcceptance.Weigh(reading, then.View, then.Policy, mail.SaidOn, then.Today))
            {
                case PromiseVerdict.Accepted accepted when accepted.Promise.InvoiceIds.Any(promised.Contains):
                    Person(PersonTaskKind.AnswerMail, PersonReason.SeveralIntents, "several promises for one invoice are a payment plan, which a person grants");
                    break;
                case PromiseVerdict.Accepted accepted:
                    promised.UnionWith(accepted.Promise.InvoiceIds);
                    Record(accepted, reading.Span);
                    break;
                case PromiseVerdict.Repeated: then.Because("the customer repeats an open promise"); break;
                case PromiseVerdict.Vague: _answers.Add(Purpose.AskForDate); break;
                case PromiseVerdict.ForPerson person: Person(PersonTaskKind.AnswerMail, person.Reason, person.Why); break;
            }
        }
    }

    private void Record(PromiseVerdict.Accepted accepted, TextSpan? span)
    {
        foreach (var old in accepted.Replaced) then.EndPromise(old, PromiseOutcome.Withdrawn, "a new promise replaces it");
        var promise = accepted.Promise;
        then.ChangeView(view => view with { Promises = [.. view.Promises, promise] });
        then.Add(new CaseCommand.RecordPromise(promise, mail.MessageId, span));
        then.Suppress(SuppressionKind.Promise, promise.InvoiceIds, accepted.LastDay, $"promised for {promise.PromisedFor:yyyy-MM-dd}", mail.MessageId, span);
        then.Because($"a promise for {promise.PromisedFor:yyyy-MM-dd}, expected by {promise.ExpectedBy:yyyy-MM-dd}");
        _answers.Add(Purpose.PromiseAcknowledged);
    }

    private void Documents()
    {
        if (Reading.Documents.Count == 0 && Reading.Intents.Any(read => read.Intent == Intent.DocumentRequest))
            Person(PersonTaskKind.AnswerMail, PersonReason.MissingDocument, "a document is asked for, but not which");
        foreach (var document in Reading.Documents)
        {
            switch (document.Kind)
            {
                case DocumentKind.InvoiceCopy when !Reading.InvoiceCopies().Contains(document):
                    break;
                case DocumentKind.InvoiceCopy when InvoiceLookup.Ids(then.View, document.Invoices, then.Today) is { Count: > 0 }:
                    _answers.Add(Purpose.DocumentAttached);
                    break;
                case DocumentKind.InvoiceCopy:
                    Person(PersonTaskKind.AnswerMail, PersonReason.UnknownInvoice, "a copy of an invoice that is not open is asked for");
                    break;
                case DocumentKind.Statement when then.View.Items.Any(item => item.Residual > 0):
                    _answers.Add(Purpose.StatementAttached);
                    break;
                case DocumentKind.BankLetter:
                    Person(PersonTaskKind.BankDetails, PersonReason.BankDetails, "a bank letter is asked for; it names only the account of the registry, and a person sends it");
                    break;
                case DocumentKind.Statement or DocumentKind.ProofOfDelivery or DocumentKind.PurchaseOrder or DocumentKind.TaxForm or DocumentKind.Other:
                    Person(PersonTaskKind.AnswerMail, PersonReason.MissingDocument, $"a document is asked for: {Wire.Name(document.Kind).Replace('_', ' ')}");
                    break;
            }
        }
    }
}
