using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Core.Ledger;
using Dunning.Core.Ledger.Statements;
using Dunning.Postgres.Cases;

namespace Dunning.Flows.Drafting;

/// <summary>What a touch is about: the lines, promises and payments its message may speak of.</summary>
internal sealed record TouchSubject(
    IReadOnlyList<OpenItem> Items, IReadOnlyList<PromiseFact> Promises, IReadOnlyList<PaymentFact> Payments, IReadOnlyList<string> Disputed)
{
    private const int MostStated = 25;

    /// <summary>Finds it in the case file by the touch's cause. The same on every reading of the same ledger.</summary>
    public static TouchSubject Of(CaseFile file, Touch touch, Policy policy, DateOnly today)
    {
        var disputed = NumbersOf(file, [.. file.Disputes.Where(dispute => dispute.Status == "open").SelectMany(DisputedWhole)]);
        return touch.Purpose switch
        {
            Purpose.Reminder => new(Chaseable(file, policy, today), [.. OpenPromises(file), .. LapsedPromise(file)], RecentPart(file, today), disputed),
            Purpose.PromiseLapsed => new(Chaseable(file, policy, today), Promise(file, touch), RecentPart(file, today), disputed),
            Purpose.PromiseAcknowledged => new([], Promise(file, touch), [], []),
            Purpose.AskForDate => new(Chaseable(file, policy, today), [], [], disputed),
            Purpose.DisputeAcknowledged => new([], [], [], NumbersOf(file, [.. DisputesOf(file, touch)])),
            Purpose.PaymentThanks => new([], [], ClaimedPayments(file, touch), []),
            Purpose.PaymentTrace => new(ClaimedItems(file, touch, today), [], [], []),
            Purpose.ShortPay => ShortPaid(file, touch, policy, today),
            Purpose.DocumentAttached => new([], [], [], []),
            Purpose.StatementAttached => new(Stated(file, today), [], [], []),
        };
    }

    /// <summary>The lines the planner asks for with what nothing holds of them, oldest first.</summary>
    public static IReadOnlyList<OpenItem> Chaseable(CaseFile file, Policy policy, DateOnly today)
    {
        var lines = LineSelection.For(file.Ledger, file.Suppressions, file.Customer.Country, policy, file.FxRates, today);
        return [.. lines.Listed(file.Ledger.Items).OrderBy(item => item.Due).ThenBy(item => item.Number, StringComparer.Ordinal).ThenBy(item => item.InstalmentId)];
    }

    /// <summary>Numbers of invoices of which nothing may be asked for on that day: under a promise, dispute, plan or trace.</summary>
    public static IReadOnlyList<string> PausedNumbers(CaseFile file, DateOnly today) =>
        HeldLines.Of(file.Suppressions, file.Ledger.Items, today) is not { } held ? []
            : [.. file.Ledger.Items.Where(item => item.Residual > 0).GroupBy(item => item.Number).Where(lines => lines.All(held.IsWhole)).Select(lines => lines.Key).Order(StringComparer.Ordinal)];

    /// <summary>The numbers of invoices, in order, each once.</summary>
    public static IReadOnlyList<string> NumbersOf(CaseFile file, IReadOnlyCollection<long> invoiceIds) =>
        [.. file.Ledger.Items.Where(item => invoiceIds.Contains(item.InvoiceId)).Select(item => item.Number).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Numbers of the invoices of which only a part is disputed.</summary>
    public static IReadOnlyList<string> PartlyDisputed(CaseFile file) =>
        NumbersOf(file, [.. file.Disputes.Where(dispute => dispute.Status == "open").SelectMany(dispute => dispute.InvoiceIds.Except(DisputedWhole(dispute)))]);

    // An invoice of which only a part is disputed is listed with the rest, so it is not named as paused.
    private static IEnumerable<long> DisputedWhole(DisputeRow dispute) =>
        dispute.InvoiceIds.Where(id => dispute.Parts.All(part => part.InvoiceId != id));

    private static List<PromiseFact> OpenPromises(CaseFile file) =>
        [.. file.Promises.Where(promise => promise.Status == "open").Select(promise => FactOf(file, promise))];

    // The last promise, when it was not kept: a reminder may name its day.
    private static IEnumerable<PromiseFact> LapsedPromise(CaseFile file) =>
        file.Promises is [.., { Status: "broken" or "partly_kept" } last] ? [FactOf(file, last)] : [];

    private static List<PromiseFact> Promise(CaseFile file, Touch touch) =>
        [.. file.Promises.Where(promise => Touch.PromiseCause(promise.Id) == touch.Cause || MailCauseOf(promise.MessageId) == touch.Cause)
            .Select(promise => FactOf(file, promise))];

    private static IEnumerable<long> DisputesOf(CaseFile file, Touch touch) =>
        file.Disputes.Where(dispute => MailCauseOf(dispute.MessageId) == touch.Cause).SelectMany(dispute => dispute.InvoiceIds);

    private static List<PaymentFact> ClaimedPayments(CaseFile file, Touch touch)
    {
        var claims = file.Claims.Where(claim => Touch.ClaimCause(claim.Id) == touch.Cause).ToList();
        var invoices = claims.SelectMany(claim => claim.InvoiceIds).ToHashSet();
        var since = claims.Count > 0 ? claims.Min(claim => claim.PaidOn ?? claim.MadeOn).AddDays(-45) : DateOnly.MaxValue;
        return [.. file.Payments.Where(payment => payment.ValueDate >= since && payment.InvoiceIds.Any(invoices.Contains)).Take(3).Select(FactOf)];
    }

    // What is still open on the invoices the payment was for, and not paused meanwhile.
    private static TouchSubject ShortPaid(CaseFile file, Touch touch, Policy policy, DateOnly today)
    {
        var payments = file.Payments.Where(payment => Touch.PaymentCause(payment.Id) == touch.Cause).ToList();
        var invoices = payments.SelectMany(payment => payment.InvoiceIds).ToHashSet();
        return new([.. Chaseable(file, policy, today).Where(item => invoices.Contains(item.InvoiceId))], [], [.. payments.Select(FactOf)], []);
    }

    // A long list, or one with marks on its lines, is left to the attached file.
    private static IReadOnlyList<OpenItem> Stated(CaseFile file, DateOnly today)
    {
        var lines = AccountStatement.LinesOf(file.Ledger, file.Suppressions, today);
        return lines.Count <= MostStated && lines.All(line => line.Mark == StatementMark.None) ? [.. AccountStatement.Items(file.Ledger)] : [];
    }

    private static List<OpenItem> ClaimedItems(CaseFile file, Touch touch, DateOnly today)
    {
        var invoices = file.Claims.Where(claim => Touch.ClaimCause(claim.Id) == touch.Cause || MailCauseOf(claim.MessageId) == touch.Cause)
            .SelectMany(claim => claim.InvoiceIds).ToHashSet();
        return [.. file.Ledger.Items.Where(item => invoices.Contains(item.InvoiceId) && item.IsOverdue(today)).OrderBy(item => item.Due)];
    }

    /// <summary>The last payment, if it came within four weeks and left something open on a line it was for.</summary>
    private static List<PaymentFact> RecentPart(CaseFile file, DateOnly today)
    {
        var open = file.Ledger.Items.Where(item => item.IsOverdue(today) && item.Residual < item.Original).Select(item => item.InvoiceId).ToHashSet();
        return [.. file.Payments.Where(payment => payment.ValueDate >= today.AddDays(-28) && payment.InvoiceIds.Any(open.Contains)).Take(1).Select(FactOf)];
    }

    private static PromiseFact FactOf(CaseFile file, PromiseRow promise) =>
        new(promise.PromisedFor, promise.Amount, NumbersOf(file, [.. promise.InvoiceIds]));

    private static PaymentFact FactOf(PaymentRow payment) => new(payment.ValueDate, payment.Amount, payment.Reference, [.. payment.InvoiceNumbers.Distinct()]);

    private static string? MailCauseOf(long? messageId) => messageId is { } id ? Touch.MailCause(id) : null;
}
