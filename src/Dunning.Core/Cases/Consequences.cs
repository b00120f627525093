using Dunning.Core.Cadence;
using Dunning.Core.Conversation;
using Dunning.Core.Promises;

namespace Dunning.Core.Cases;

/// <summary>Collects what follows from one event: the changed view, the commands and the reasons.</summary>
internal sealed class Consequences(CaseView start, Policy policy, DateOnly today)
{
    public const string Agent = Lifting.Agent;
    private readonly List<CaseCommand> _commands = [];
    private readonly List<string> _why = [];

    public CaseView View { get; private set; } = start;
    public Policy Policy => policy;
    public DateOnly Today => today;
    public BusinessCalendar Calendar { get; } = policy.CalendarFor(start.Country);

    /// <summary>The days on which money leaves the debtor's bank and reaches the creditor's.</summary>
    public BusinessCalendar Settlement { get; } = policy.SettlementCalendar(start.Country, start.CreditorCountry);

    public void Because(string reason) => _why.Add(reason);

    public void Add(CaseCommand command) => _commands.Add(command);

    public void Change(Func<Case, Case> change) => View = View with { Case = change(View.Case) };

    public void ChangeView(Func<CaseView, CaseView> change) => View = change(View);

    public void Suppress(
        SuppressionKind kind, IReadOnlyList<long> invoiceIds, DateOnly? until, string reason, long? messageId,
        TextSpan? span = null, string owner = Agent) =>
        Suppress(new(0, kind, invoiceIds, today, until, reason) { Owner = owner, MessageId = messageId, Span = span });

    public void Suppress(Suppression pause)
    {
        View = View with { Suppressions = [.. View.Suppressions, pause] };
        Add(new CaseCommand.Suppress(pause));
    }

    public void Lift(Suppression pause, string by, string reason)
    {
        if (Lifting.Objection(pause, by) is { } objection) throw new InvalidOperationException($"Hold {pause.Id}: {objection}.");
        View = View with { Suppressions = [.. View.Suppressions.Where(other => !ReferenceEquals(other, pause))] };
        Add(new CaseCommand.LiftSuppression(pause.Id, by, reason));
    }

    /// <summary>Ends the pauses of a kind on these invoices, unless another open record of that kind still needs them.</summary>
    public void LiftLines(SuppressionKind kind, IReadOnlyList<long> invoiceIds, IEnumerable<IReadOnlyList<long>> stillNeeded, string by, string reason)
    {
        var kept = stillNeeded.SelectMany(ids => ids).ToHashSet();
        foreach (var pause in View.Suppressions.Where(pause => pause.Kind == kind && pause.Id != 0 && !pause.WholeAccount && pause.Awaits is null).ToList())
            if (pause.InvoiceIds.All(id => invoiceIds.Contains(id) && !kept.Contains(id)))
                Lift(pause, by, reason);
    }

    public void Ask(
        PersonTaskKind kind, IReadOnlyList<PersonReason> reasons, string title, string detail, string dedupeKey, long? messageId, bool blocks)
    {
        if (blocks) Change(current => current.Status == CaseStatus.Closed ? current : current with { Status = CaseStatus.WithPerson });
        Add(new CaseCommand.AskPerson(kind, reasons, title, detail, dedupeKey, messageId, blocks));
    }

    public void Plan(string cause, Purpose purpose, long? inReplyTo) =>
        Add(new CaseCommand.PlanTouch(Touch.Make(View.Case.Id, cause, purpose, null, Calendar.RollForward(today), inReplyTo)));

    public void EndPromise(PromiseToPay promise, PromiseOutcome outcome, string reason)
    {
        var counts = outcome switch
        {
            PromiseOutcome.Kept or PromiseOutcome.Open => 0,
            PromiseOutcome.PartlyKept or PromiseOutcome.Broken or PromiseOutcome.Withdrawn => 1,
        };
        View = View with
        {
            Promises = [.. View.Promises.Where(other => !ReferenceEquals(other, promise))],
            EarlierPromises = View.EarlierPromises + counts,
        };
        Add(new CaseCommand.ResolvePromise(promise.Id, outcome));
        LiftLines(SuppressionKind.Promise, promise.InvoiceIds, View.Promises.Select(other => other.InvoiceIds), Agent, reason);
        Because(reason);
    }

    public Decision Finish(string otherwise)
    {
        if (_commands.Count == 0) Add(new CaseCommand.NoteOnly(_why.Count == 0 ? otherwise : string.Join("; ", _why)));
        return new(View, _commands, _why.Count == 0 ? otherwise : string.Join("; ", _why));
    }
}
