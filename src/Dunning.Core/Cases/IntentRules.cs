using Dunning.Core.Cadence;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Promises;

namespace Dunning.Core.Cases;

/// <summary>
/// Applies every intent of a verified customer's mail. What pauses is done first and always; what answers is done
/// only when nothing is left for a person.
/// </summary>
internal sealed class IntentRules(CaseEvent.MailRead mail, Consequences then)
{
    private readonly List<PersonReason> _reasons = [];
    private readonly List<string> _details = [];
    private readonly HashSet<Purpose> _answers = [];
    private PersonTaskKind _task = PersonTaskKind.AnswerMail;

    private ReplyReading Reading => mail.Reading;

    public void Apply(bool needsPerson)
    {
        if (needsPerson)
        {
            _reasons.AddRange(Reading.Why.Count > 0 ? Reading.Why : [PersonReason.InjectionSuspected]);
            _details.AddRange(_reasons.Distinct().Select(PersonReasons.Words));
        }

        foreach (var intent in Reading.Intents.OrderBy(intent => intent.Intent)) Safety(intent);
        Disputes();
        if (!needsPerson)
        {
            Claims();
            Promises();
            Documents();
        }

        foreach (var intent in Reading.Intents) Other(intent.Intent);
        Answer();
    }

    private void Safety(IntentReading intent)
    {
        switch (intent.Intent)
        {
            case Intent.HardshipOrInsolvency:
                Pause(SuppressionKind.Insolvency, "hardship or insolvency was announced", intent);
                Person(PersonTaskKind.Insolvency, PersonReason.SafetyIntent, "hardship or insolvency was announced; only a person lifts the pause");
                break;
            case Intent.LegalRepresentation:
                Pause(SuppressionKind.Legal, "the customer is represented by counsel", intent);
                Person(PersonTaskKind.LegalRepresentation, PersonReason.SafetyIntent, "counsel was named; only a person lifts the pause");
                break;
            case Intent.OptOut:
                Pause(SuppressionKind.OptOut, "the contact asked not to be mailed", intent);
                Person(PersonTaskKind.OptOut, PersonReason.SafetyIntent, "mail stops; the debt stays: consider a letter or a call");
                break;
            case Intent.BankChangeOrFraudAttempt:
                Person(PersonTaskKind.BankDetails, PersonReason.BankDetails, "bank details are never changed by mail: check by another channel");
                break;
            case Intent.PromptInjection:
                Person(PersonTaskKind.Injection, PersonReason.InjectionSuspected, "the mail seems to address software");
                break;
            case Intent.ComplaintOrHostile:
                Person(PersonTaskKind.Complaint, PersonReason.SafetyIntent, "a complaint");
                break;
            case Intent.WrongContact:
                Person(PersonTaskKind.WrongContact, PersonReason.SafetyIntent, "the contact says it is the wrong one; a new one must be verified");
                break;
            case Intent.PromiseToPay or Intent.Dispute or Intent.PaymentConfirmation or Intent.DocumentRequest or Intent.ExtensionRequest
                or Intent.PaymentPlanRequest or Intent.OutOfOffice or Intent.VendorFormRequest or Intent.ThanksAck or Intent.QuestionOther:
                break;
        }
    }

    private void Disputes()
    {
        IEnumerable<DisputeReading> disputes = Reading.Disputes;
        if (Reading.Disputes.Count == 0 && Reading.Intents.FirstOrDefault(read => read.Intent == Intent.Dispute) is { } bare)
            disputes = [new DisputeReading(DisputeReason.Other, null, [], bare.Span)];
        foreach (var dispute in disputes)
        {
            var named = InvoiceLookup.Ids(then.View, dispute.Invoices, then.Today);
            var all = InvoiceLookup.Ids(then.View, [], then.Today)!;
            var clear = named is not null && (dispute.Invoices.Count > 0 || all.Count == 1);
            // Unclear which lines: everything that is overdue pauses until a person has looked.
            var ids = clear ? named! : all;
            if (ids.Count == 0) { Person(PersonTaskKind.DecideDispute, PersonReason.UnknownInvoice, "a dispute about nothing that is overdue"); continue; }
            if (then.View.Disputes.Any(open => ids.All(open.InvoiceIds.Contains))) { Person(PersonTaskKind.DecideDispute, PersonReason.OtherIntent, "more about an open dispute"); continue; }

            var opened = new Dispute(0, ids, dispute.Reason, dispute.Amount, then.Today, then.Calendar.AddBusinessDays(then.Today, then.Policy.DisputeSlaDays))
            {
                MessageId = mail.MessageId, Parts = clear ? DisputeRules.PartsOf(ids, dispute.Amount, then.View) : [],
            };
            DisputeRules.Open(opened, dispute.Span, Consequences.Agent, then);
            if (clear)
            {
                _answers.Add(Purpose.DisputeAcknowledged);
                then.Ask(PersonTaskKind.DecideDispute, [PersonReason.OtherIntent], "Decide a dispute",
                    $"Reason: {dispute.Reason}. Due by {opened.SlaOn:yyyy-MM-dd}.", MailRules.Key(mail, PersonTaskKind.DecideDispute), mail.MessageId, blocks: false);
            }
            else Person(PersonTaskKind.DecideDispute, PersonReason.UnknownInvoice, "it is unclear which invoices are disputed; all overdue ones are paused");
        }
    }

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
            var until = then.Calendar.AddBusinessDays(then.Today, then.Policy.TraceWindowDays);
            var trace = new PaymentClaim(0, ids, claim.Amount, claim.Date, claim.Reference, then.Today, until);
            then.Suppress(SuppressionKind.Trace, ids, until, "a payment is being traced", mail.MessageId, claim.Span);
            then.ChangeView(view => view with { Claims = [.. view.Claims, trace] });
            then.Add(new CaseCommand.StartTrace(trace, mail.MessageId));
            then.Because($"a claimed payment is looked for until {until:yyyy-MM-dd}");
        }
    }

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
                case DocumentKind.InvoiceCopy when InvoiceLookup.Ids(then.View, document.Invoices, then.Today) is { Count: > 0 }:
                    _answers.Add(Purpose.DocumentAttached);
                    break;
                case DocumentKind.InvoiceCopy:
                    Person(PersonTaskKind.AnswerMail, PersonReason.UnknownInvoice, "a copy of an invoice that is not open is asked for");
                    break;
                case DocumentKind.BankLetter:
                    Person(PersonTaskKind.BankDetails, PersonReason.BankDetails, "a bank letter is asked for");
                    break;
                case DocumentKind.Statement or DocumentKind.ProofOfDelivery or DocumentKind.PurchaseOrder or DocumentKind.TaxForm or DocumentKind.Other:
                    Person(PersonTaskKind.AnswerMail, PersonReason.MissingDocument, $"a document is asked for: {document.Kind}");
                    break;
            }
        }
    }

    private void Other(Intent intent)
    {
        switch (intent)
        {
            case Intent.ExtensionRequest: Person(PersonTaskKind.AnswerMail, PersonReason.OtherIntent, "more time is asked for"); break;
            case Intent.PaymentPlanRequest: Person(PersonTaskKind.AnswerMail, PersonReason.OtherIntent, "a payment plan is asked for"); break;
            case Intent.VendorFormRequest: Person(PersonTaskKind.AnswerMail, PersonReason.OtherIntent, "a supplier form is to be filled in"); break;
            case Intent.QuestionOther: Person(PersonTaskKind.AnswerMail, PersonReason.OtherIntent, "a question"); break;
            case Intent.OutOfOffice: MailRules.DelayOnce(mail, then); break;
            case Intent.PromiseToPay or Intent.Dispute or Intent.PaymentConfirmation or Intent.DocumentRequest or Intent.HardshipOrInsolvency
                or Intent.WrongContact or Intent.OptOut or Intent.ComplaintOrHostile or Intent.LegalRepresentation
                or Intent.BankChangeOrFraudAttempt or Intent.PromptInjection or Intent.ThanksAck:
                break;
        }
    }

    // One mail, one answer. A copy that is sent along needs no separate thanks for the promise.
    private void Answer()
    {
        if (_answers.Contains(Purpose.DocumentAttached)) _answers.Remove(Purpose.PromiseAcknowledged);
        if (_answers.Contains(Purpose.PromiseAcknowledged)) _answers.Remove(Purpose.AskForDate);
        if (_answers.Count > 1) Person(PersonTaskKind.AnswerMail, PersonReason.SeveralIntents, "the mail asks for more than one answer");
        if (_reasons.Count == 0 && _details.Count == 0 && then.View.Case.Status == CaseStatus.Active)
        {
            foreach (var purpose in _answers) then.Plan(Touch.MailCause(mail.MessageId), purpose, mail.MessageId);
            if (_answers.Count == 0 && !Handled()) Person(PersonTaskKind.AnswerMail, PersonReason.Unsure, "nothing could be read from the mail");
        }
        else if (_details.Count == 0 && _answers.Count > 0)
        {
            _details.Add("the case is with a person already");
        }

        if (_details.Count == 0) return;
        var open = _answers.Count == 0 ? "" : $" Not answered yet: {string.Join(", ", _answers.Order())}.";
        then.Because(string.Join("; ", _details.Distinct()));
        then.Ask(_task, [.. _reasons.Distinct()], "Answer a customer", string.Join("; ", _details.Distinct()) + "." + open,
            $"mail:{mail.MessageId}:answer", mail.MessageId, blocks: true);
    }

    private bool Handled() => Reading.Claims.Count > 0 || Reading.Promises.Count > 0
        || Reading.Intents.Any(read => read.Intent is Intent.PaymentConfirmation or Intent.OutOfOffice);

    private void Pause(SuppressionKind kind, string reason, IntentReading intent)
    {
        if (then.View.Suppressions.Any(pause => pause.Kind == kind && pause.WholeAccount)) return;
        then.Suppress(kind, [], null, reason, mail.MessageId, intent.Span);
    }

    // The first, most serious task names the whole.
    private void Person(PersonTaskKind kind, PersonReason reason, string detail)
    {
        if (_task == PersonTaskKind.AnswerMail) _task = kind;
        _reasons.Add(reason);
        _details.Add(detail);
    }
}
