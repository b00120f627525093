using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Ledger;

namespace Dunning.Core.Correspondence;

/// <summary>
/// What facts and conversation amount to for one mail: the conditions that hold, and a value for every slot that
/// has one. A figure remembered from the conversation is used only when the fact set states it too.
/// </summary>
internal sealed class Situation
{
    private readonly FactSet _facts;
    private readonly ConversationFacts _conversation;
    private readonly Purpose _purpose;
    private readonly HashSet<Condition> _holds = [];
    private readonly Dictionary<string, string> _slots = [];

    public Situation(FactSet facts, ConversationFacts conversation, Purpose purpose, bool automatic)
    {
        (_facts, _conversation, _purpose) = (facts, conversation, purpose);
        Hold(Condition.Automatic, automatic);
        Hold(Condition.FirstContact, conversation.FirstContact);
        Hold(Condition.FollowUp, !conversation.FirstContact);
        Hold(Condition.GoodPayer, conversation.GoodPayer);
        Hold(Condition.CustomerSpokeLast, conversation is { LastSpeaker: Speaker.Customer, OpenQuestion: null, LastTrace: not TraceOutcome.NotFound });
        Hold(Condition.WeSpokeLast, conversation is { LastSpeaker: Speaker.Us, UnansweredReminders: > 0 });
        Hold(Condition.SeveralUnanswered, conversation is { LastSpeaker: Speaker.Us, UnansweredReminders: > 1 });
        Hold(Condition.NewContact, conversation.NewContact);
        Hold(Condition.ContactBack, conversation.ContactBack && !conversation.NewContact);
        Parties();
        var shown = Statement();
        Disputes(shown);
        Question();
        Promise(shown);
        Payment();
        Documents(shown);
        SubjectNumbers(shown);
    }

    public IReadOnlySet<Condition> Holds => _holds;

    public IReadOnlyDictionary<string, string> Slots => _slots;

    private void Parties()
    {
        Name("contact", _facts.ContactName);
        Name("customer", _facts.CustomerName);
        Name("customer_number", _facts.CustomerNumber);
        Name("persona", _facts.PersonaName);
        Name("creditor", _facts.Creditor);
        Name("bic", _facts.Bic);
        Name("pay_url", _facts.PayUrl);
        Name("reply_to", _facts.ReplyTo);
        Name("phone", _facts.Phone);
        if (_facts.Iban is { } iban) Name("iban", iban.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        if (_facts.PostalAddress is { } address)
        {
            var lines = address.Split('\n').Select(SlotText.Clean).Where(line => line.Length > 0);
            Name("address", string.Join('\n', lines), clean: false);
        }
    }

    private IReadOnlyList<string> Statement()
    {
        var disputed = _facts.DisputedInvoices.ToHashSet(StringComparer.Ordinal);
        List<InvoiceFact> lines =
        [
            .. _facts.Invoices.Where(invoice => invoice.Open > 0 && !disputed.Contains(invoice.Number))
                .OrderBy(invoice => invoice.Due).ThenBy(invoice => invoice.Number, StringComparer.Ordinal)
                .ThenBy(invoice => invoice.Open).ThenBy(invoice => invoice.DaysOverdue),
        ];
        var total = lines.Sum(line => line.Open);
        var due = total - _facts.UnappliedCredits;
        if (lines.Count == 0 || due <= 0) return [];

        if (_facts.TotalOverdue != total && _facts.TotalOverdue != _facts.Invoices.Sum(invoice => invoice.Open))
            throw new ArgumentException("The total of the fact set is not the sum of its invoices.", "facts");

        List<string> numbers = [.. lines.Select(line => SlotText.Clean(line.Number)).Distinct()];
        Hold(Condition.BalanceOpen, true);
        Hold(Condition.SeveralInvoices, lines.Count > 1);
        Hold(Condition.FewInvoices, numbers.Count <= 3);
        Hold(Condition.Credits, _facts.UnappliedCredits > 0);
        _slots["lines"] = string.Join('\n', lines.Select(line => InvoiceLine.Canonical(line, _facts.Currency)));
        _slots["invoices"] = lines.Count == 1 ? "one" : "other";
        _slots["total"] = Amount(total);
        _slots["due"] = Amount(due);
        if (_facts.UnappliedCredits > 0) _slots["credits"] = Amount(_facts.UnappliedCredits);
        Numbers("invoice_numbers", numbers);
        return numbers;
    }

    private void Disputes(IReadOnlyList<string> shown)
    {
        Hold(Condition.DisputePaused, _facts.DisputedInvoices.Count > 0);
        Numbers("paused", _facts.DisputedInvoices);
        Form("paused");
        var reduced = _facts.PartlyDisputed.Select(SlotText.Clean).Where(shown.Contains).ToList();
        Hold(Condition.DisputePart, reduced.Count > 0);
        Numbers("reduced", reduced);
        if (_conversation.LastDispute is not { Resolved: true } closed) return;
        var again = closed.Invoices.Select(SlotText.Clean).Where(shown.Contains).ToList();
        Hold(Condition.DisputeResolved, again.Count > 0);
        Numbers("resolved", again);
    }

    private void Question()
    {
        // Only mails that ask for payment tell how the search for one ended; thanks and the question to the customer say it anyway.
        Hold(Condition.PaymentNotFound, _conversation.LastTrace == TraceOutcome.NotFound && _conversation.OpenQuestion is null or { Kind: Intent.PaymentConfirmation });
        if (_conversation.OpenQuestion is not { } question) return;
        var known = _facts.Invoices.Select(invoice => invoice.Number).Concat(_facts.DisputedInvoices).Concat(_facts.Attachments).ToHashSet(StringComparer.Ordinal);
        Numbers("question_invoices", [.. question.Invoices.Where(known.Contains)]);
        if (question.Kind == Intent.PaymentConfirmation && _conversation.LastTrace is TraceOutcome.Found or TraceOutcome.NotFound) return;
        if (OpenQuestions.ConditionOf(question.Kind, _purpose) is { } condition) Hold(condition, true);
    }

    private void Promise(IReadOnlyList<string> shown)
    {
        var memory = _conversation.LastPromise;
        var fact = memory is null
            ? _facts.Promises.Where(promise => _purpose == Purpose.PromiseAcknowledged || promise.Date < _facts.Today)
                .OrderBy(promise => promise.Date).ThenBy(promise => promise.Amount).LastOrDefault()
            : _facts.Promises.FirstOrDefault(promise => promise.Date == memory.PromisedFor && promise.Amount == memory.Amount);
        // A reminder recalls a promise only for the invoices it lists: one for invoices paid since is no matter of this mail.
        var concerns = _purpose != Purpose.Reminder || memory is null or { Invoices.Count: 0 } || memory.Invoices.Any(number => shown.Contains(SlotText.Clean(number)));
        Hold(Condition.PromiseBroken, concerns && memory?.Outcome == PromiseOutcome.Broken);
        Hold(Condition.PromiseKept, memory?.Outcome == PromiseOutcome.Kept && _conversation.UnthankedPromise);
        Hold(Condition.PromisePartlyKept, concerns && memory?.Outcome == PromiseOutcome.PartlyKept);
        if (fact is null) return;
        List<string> invoices = [.. fact.Invoices.Select(SlotText.Clean)];
        Hold(Condition.PromiseOpen, memory?.Outcome == PromiseOutcome.Open && invoices.Count > 0 && !invoices.Exists(shown.Contains));
        _slots["promise_date"] = SlotText.Canonical(fact.Date);
        _slots["promise_elided"] = fact.Date.Day is 8 or 11 ? "one" : "other";
        if (fact.Amount > 0) _slots["promise_amount"] = Amount(fact.Amount);
        Numbers("promise_invoices", invoices);
    }

    private void Payment()
    {
        var payments = _facts.PaymentsReceived.Where(payment => payment.Amount > 0)
            .OrderBy(payment => payment.ValueDate).ThenBy(payment => payment.Amount).ThenBy(payment => payment.Reference, StringComparer.Ordinal).ToList();
        var part = payments.FindLast(payment => payment.Amount == _conversation.PartPaymentReceived
            && (_conversation.PartPaymentOn is not { } on || on == payment.ValueDate));
        Hold(Condition.PartPayment, part is not null);
        if ((part ?? (_purpose is Purpose.PaymentThanks or Purpose.ShortPay ? payments.LastOrDefault() : null)) is not { } payment) return;
        _slots["payment_amount"] = Amount(payment.Amount);
        _slots["payment_date"] = SlotText.Canonical(payment.ValueDate);
        Numbers("payment_invoices", payment.Invoices);
    }

    private void Documents(IReadOnlyList<string> shown)
    {
        if (_facts.Statement is { } statement) _slots["statement_date"] = SlotText.Canonical(statement.AsOf);
        Numbers("attachments", _facts.Attachments);
        Form("attachments");
        Hold(Condition.CopiesAttached, _facts.Attachments.Count > 0);
        var attached = _facts.Attachments.Select(SlotText.Clean).ToHashSet(StringComparer.Ordinal);
        List<string> sent = [.. _conversation.DocumentsSent.Select(SlotText.Clean).Where(shown.Contains).Where(number => !attached.Contains(number))];
        Hold(Condition.DocumentsSent, sent.Count > 0);
        Numbers("documents", sent);
    }

    private void SubjectNumbers(IReadOnlyList<string> shown)
    {
        var slot = _purpose switch
        {
            Purpose.Reminder or Purpose.PromiseLapsed or Purpose.AskForDate => "invoice_numbers",
            Purpose.PromiseAcknowledged => "promise_invoices",
            Purpose.DisputeAcknowledged => "paused",
            Purpose.PaymentThanks or Purpose.ShortPay => "payment_invoices",
            Purpose.PaymentTrace => "question_invoices",
            Purpose.DocumentAttached => "attachments",
            Purpose.StatementAttached => "invoice_numbers",
        };
        IReadOnlyList<string> numbers = _slots.TryGetValue(slot, out var own) ? own.Split('\n') : shown;
        if (numbers.Count == 0) return;
        _slots["subject_numbers"] = string.Join('\n', numbers.Count <= 2 ? numbers : [.. numbers.Take(2), "+"]);
    }

    private void Hold(Condition condition, bool holds)
    {
        if (holds) _holds.Add(condition);
    }

    private void Name(string slot, string? value, bool clean = true)
    {
        if (value is null) return;
        var text = clean ? SlotText.Clean(value) : value;
        if (text.Length > 0) _slots[slot] = text;
    }

    private void Numbers(string slot, IReadOnlyList<string> numbers)
    {
        var clean = numbers.Select(SlotText.Clean).Where(number => number.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        if (slot == "invoice_numbers") clean = [.. numbers];
        if (clean.Count > 0) _slots[slot] = string.Join('\n', clean);
    }

    private void Form(string slot)
    {
        if (_slots.TryGetValue(slot, out var numbers)) _slots[$"{slot}_form"] = numbers.Contains('\n', StringComparison.Ordinal) ? "other" : "one";
    }

    private string Amount(decimal amount) => SlotText.Canonical(new Money(amount, _facts.Currency));
}
