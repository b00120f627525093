using Dunning.Core.Cadence;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Promises;

namespace Dunning.Core.Cases;

/// <summary>
/// Applies every intent of a verified customer's mail. What pauses is done first and always; what answers is done
/// only when nothing is left for a person.
/// </summary>
internal sealed partial class IntentRules(CaseEvent.MailRead mail, Consequences then)
{
    /// <summary>Automatic answers in one conversation before a person has to look: two machines may be talking.</summary>
    private const int MostAnswers = 3;

    private readonly List<PersonReason> _reasons = [];
    private readonly List<string> _details = [];
    private readonly List<string> _shown = [];
    private readonly HashSet<Purpose> _answers = [];
    private PersonTaskKind _task = PersonTaskKind.AnswerMail;

    private ReplyReading Reading => mail.Reading;

    public void Apply(bool needsPerson)
    {
        if (needsPerson)
        {
            foreach (var reason in (Reading.Why.Count > 0 ? Reading.Why : [PersonReason.InjectionSuspected]).Distinct())
            {
                _reasons.Add(reason);
                Say(PersonReasons.Words(reason), mail.InWords.GetValueOrDefault(reason));
            }
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

    /// <summary>Only what pauses for good, for a case in which nothing is answered any more.</summary>
    public void Pauses()
    {
        foreach (var intent in Reading.Intents.OrderBy(intent => intent.Intent))
            if (intent.Intent is Intent.HardshipOrInsolvency or Intent.LegalRepresentation or Intent.OptOut) Safety(intent);
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
                Person(PersonTaskKind.WrongContact, PersonReason.SafetyIntent, "the contact says it is the wrong one; a new one must be verified", MailRules.NamedInstead(mail));
                MailRules.NoteContacts(mail, then);
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

    private void Other(Intent intent)
    {
        switch (intent)
        {
            case Intent.ExtensionRequest: Person(PersonTaskKind.AnswerMail, PersonReason.OtherIntent, "more time is asked for"); break;
            case Intent.PaymentPlanRequest: Person(PersonTaskKind.AnswerMail, PersonReason.OtherIntent, "a payment plan is asked for"); break;
            case Intent.VendorFormRequest: Person(PersonTaskKind.AnswerMail, PersonReason.OtherIntent, "a supplier form is to be filled in"); break;
            case Intent.QuestionOther: Person(PersonTaskKind.AnswerMail, PersonReason.OtherIntent, "a question"); break;
            case Intent.OutOfOffice: MailRules.Delay(mail, then); break;
            case Intent.PromiseToPay or Intent.Dispute or Intent.PaymentConfirmation or Intent.DocumentRequest or Intent.HardshipOrInsolvency
                or Intent.WrongContact or Intent.OptOut or Intent.ComplaintOrHostile or Intent.LegalRepresentation
                or Intent.BankChangeOrFraudAttempt or Intent.PromptInjection or Intent.ThanksAck:
                break;
        }
    }

    // One mail, one answer. A copy that is sent along needs no separate thanks for the promise.
    private void Answer()
    {
        // Copies of invoices go along with a statement.
        if (_answers.Contains(Purpose.StatementAttached)) _answers.Remove(Purpose.DocumentAttached);
        if (_answers.Contains(Purpose.DocumentAttached) || _answers.Contains(Purpose.StatementAttached)) _answers.Remove(Purpose.PromiseAcknowledged);
        if (_answers.Contains(Purpose.PromiseAcknowledged)) _answers.Remove(Purpose.AskForDate);
        if (_answers.Count > 1) Person(PersonTaskKind.AnswerMail, PersonReason.SeveralIntents, "the mail asks for more than one answer");
        if (_answers.Count > 0 && then.View.AutomaticAnswers >= MostAnswers)
            Person(PersonTaskKind.AnswerMail, PersonReason.MailLoop, $"{then.View.AutomaticAnswers} automatic answers went out in this conversation and no person has looked since");
        if (_details.Count == 0 && then.View.Case.Status == CaseStatus.Active)
        {
            foreach (var purpose in _answers) then.Plan(Touch.MailCause(mail.MessageId), purpose, mail.MessageId);
            if (_answers.Count == 0 && !Handled()) Person(PersonTaskKind.AnswerMail, PersonReason.Unsure, "nothing could be read from the mail");
        }
        else if (_details.Count == 0 && _answers.Count > 0)
        {
            Say("the case is with a person already", null);
        }

        if (_details.Count == 0) return;
        var open = _answers.Count == 0 ? "" : $" Not answered yet: {string.Join(", ", _answers.Order())}.";
        then.Because(string.Join("; ", _details.Distinct()));
        then.Ask(_task, [.. _reasons.Distinct()], "Answer a customer", string.Join("; ", _shown.Distinct()) + "." + open,
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
    private void Person(PersonTaskKind kind, PersonReason reason, string detail, string? shown = null)
    {
        if (_task == PersonTaskKind.AnswerMail) _task = kind;
        _reasons.Add(reason);
        Say(detail, shown);
    }

    // The journal keeps the general words; the person sees what exactly it is in this mail.
    private void Say(string detail, string? shown)
    {
        _details.Add(detail);
        _shown.Add(shown ?? detail);
    }
}
