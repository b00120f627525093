using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;

namespace Dunning.Core.Promises;

/// <summary>What a read promise is worth.</summary>
public abstract record PromiseVerdict
{
    private PromiseVerdict() { }

    /// <summary>It is a promise.</summary>
    /// <param name="LastDay">Last day of grace; the invoices are paused until then.</param>
    /// <param name="Replaced">Open promises on the same invoices that it replaces.</param>
    public sealed record Accepted(PromiseToPay Promise, DateOnly LastDay, IReadOnlyList<PromiseToPay> Replaced) : PromiseVerdict;

    /// <summary>The customer repeats an open promise; nothing changes.</summary>
    public sealed record Repeated(PromiseToPay Promise) : PromiseVerdict;

    /// <summary>No date: ask for one.</summary>
    public sealed record Vague : PromiseVerdict;

    /// <summary>A person decides.</summary>
    public sealed record ForPerson(PersonReason Reason, string Why) : PromiseVerdict;
}

/// <summary>When a promise is accepted without a person; the sender was checked before.</summary>
public static class PromiseAcceptance
{
    /// <summary>Weighs one read promise against the account.</summary>
    /// <param name="saidOn">The day in the sender's zone when the mail arrived; dates are reckoned from it.</param>
    /// <param name="today">The day in the creditor's zone.</param>
    public static PromiseVerdict Weigh(PromiseReading reading, CaseView view, Policy policy, DateOnly saidOn, DateOnly today)
    {
        var terms = policy.Promises;
        var currency = view.Case.Account.Currency;
        if (reading.Conditional) return new PromiseVerdict.ForPerson(PersonReason.ConditionalPromise, "the promise depends on a condition");
        if (reading.Ambiguous) return new PromiseVerdict.ForPerson(PersonReason.AmbiguousDate, reading.Doubt.InWords(reading.Alternatives));
        if (reading.Date is not { } date) return new PromiseVerdict.Vague();
        if (!(reading.Confidence >= terms.MinimumConfidence)) return new PromiseVerdict.ForPerson(PersonReason.Unsure, "the reading is not sure enough");
        if (date < saidOn) return new PromiseVerdict.ForPerson(PersonReason.Unsure, "the promised day had passed when it was written");
        if (date > saidOn.AddDays(terms.HorizonDays))
            return new PromiseVerdict.ForPerson(PersonReason.OtherIntent, $"the promised day is more than {terms.HorizonDays} days away: that is an extension");
        if (reading.Currency is { } named && named != currency)
            return new PromiseVerdict.ForPerson(PersonReason.Unsure, $"the promise is in {named}, the account in {currency}");

        if (InvoiceLookup.Ids(view, reading.Invoices, today) is not { } ids)
            return new PromiseVerdict.ForPerson(PersonReason.UnknownInvoice, "the promise names an invoice that is not open");
        if (ids.Count == 0) return new PromiseVerdict.ForPerson(PersonReason.UnknownInvoice, "nothing is overdue that could be promised");
        var open = view.OpenOn(ids);
        var amount = reading.Amount ?? open;
        if (amount <= 0 || amount > open + terms.Tolerance(open, currency))
            return new PromiseVerdict.ForPerson(PersonReason.Unsure, "the promised amount is not above zero and within what is open");

        if (reading.Invoices.Count == 0) ids = InvoiceLookup.CoveredBy(view, amount, terms.Tolerance(amount, currency), today);
        var calendar = policy.SettlementCalendar(view.Country, view.CreditorCountry);
        // East of the sender the next day may have begun already; money valued on the sender's day still counts.
        var madeOn = saidOn < today ? saidOn : today;
        var expectedBy = terms.ExpectedBy(date, reading.Method, calendar);
        var promise = new PromiseToPay(0, ids, amount, currency, date, expectedBy, reading.Method, reading.Confidence, madeOn, view.OpenOn(ids), PromiseOutcome.Open);
        return Against(promise, view, terms, terms.LastDay(expectedBy, calendar));
    }

    private static PromiseVerdict Against(PromiseToPay promise, CaseView view, PromiseTerms terms, DateOnly lastDay)
    {
        var replaced = view.Promises.Where(other => other.Shares(promise.InvoiceIds)).ToList();
        if (replaced.Find(other => other.PromisedFor == promise.PromisedFor && other.Amount == promise.Amount) is { } same)
            return new PromiseVerdict.Repeated(same);
        return view.EarlierPromises + replaced.Count > terms.MaxRePromises
            ? new PromiseVerdict.ForPerson(PersonReason.TooManyPromises, $"{view.EarlierPromises + replaced.Count} promises came before this one")
            : new PromiseVerdict.Accepted(promise, lastDay, replaced);
    }
}
