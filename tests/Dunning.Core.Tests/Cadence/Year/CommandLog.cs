using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>Carries out commands: pending and delivered touches, broken promises, pauses, and the diary of all of them.</summary>
internal sealed class CommandLog(CustomerLife customer)
{
    private readonly HashSet<string> _delivered = [];
    private readonly List<LapsedPromise> _broken = [];

    public Dictionary<string, Touch> Pending { get; } = [];

    /// <summary>Broken promises no message has spoken of.</summary>
    public IReadOnlyList<LapsedPromise> Unspoken(long caseId) =>
        [.. _broken.Where(broken => IdOf(caseId, broken) is var id && !_delivered.Contains(id) && !Pending.ContainsKey(id))];

    /// <summary>A touch is planned once; one that was delivered is never planned again.</summary>
    public bool Keep(Touch touch) => !_delivered.Contains(touch.Id) && Pending.TryAdd(touch.Id, touch);

    public void Delivered(Touch touch)
    {
        Pending.Remove(touch.Id);
        _delivered.Add(touch.Id);
    }

    public CaseView CarryOut(AccountKey key, CaseView before, Decision decision)
    {
        var world = customer.World;
        foreach (var command in decision.Commands)
        {
            switch (command)
            {
                case CaseCommand.ResolvePromise { Outcome: PromiseOutcome.Broken } broken:
                    var invoices = before.Promises.Single(promise => promise.Id == broken.PromiseId).InvoiceIds;
                    _broken.Add(new(broken.PromiseId, world.Today, invoices));
                    world.Tell(new Entry.PromiseBroken(key, invoices));
                    break;
                case CaseCommand.PlanTouch planned when Keep(planned.Touch): world.Tell(new Entry.Planned(key, planned.Touch)); break;
                case CaseCommand.CancelPending: Cancel(key, touch => touch.Stage is not null); break;
                case CaseCommand.LiftSuppression lifted: world.Tell(new Entry.Released(lifted.SuppressionId)); break;
                case CaseCommand.ResolveDispute: world.Tell(new Entry.FreshGrace(key)); break;
                case CaseCommand.MarkContactDead: customer.SetAddress(false); break;
            }
        }

        var after = Numbered(decision.Next);
        foreach (var pause in after.Suppressions.Where(pause => before.Suppressions.All(known => known.Id != pause.Id)))
            world.Tell(new Entry.Held(key.CustomerId, key, pause.Id, pause.Kind, pause.InvoiceIds, pause.ExpiresOn));
        if (before.Case.Status != after.Case.Status) world.Tell(new Entry.WithPerson(key, after.Case.Status == CaseStatus.WithPerson));
        return after;
    }

    /// <summary>What was pending ends with the case, and its pauses with it.</summary>
    public void Close(AccountKey key, CaseView view)
    {
        Cancel(key, _ => true);
        foreach (var pause in view.Suppressions) customer.World.Tell(new Entry.Released(pause.Id));
        _broken.Clear();
    }

    private void Cancel(AccountKey key, Func<Touch, bool> which)
    {
        foreach (var touch in Pending.Values.Where(which).ToList())
        {
            Pending.Remove(touch.Id);
            customer.World.Tell(new Entry.Dropped(key, touch.Id));
        }
    }

    private CaseView Numbered(CaseView view) => view with
    {
        Promises = [.. view.Promises.Select(promise => promise.Id == 0 ? promise with { Id = customer.World.NextId() } : promise)],
        Disputes = [.. view.Disputes.Select(dispute => dispute.Id == 0 ? dispute with { Id = customer.World.NextId() } : dispute)],
        Claims = [.. view.Claims.Select(claim => claim.Id == 0 ? claim with { Id = customer.World.NextId() } : claim)],
        Suppressions = [.. view.Suppressions.Select(pause => pause.Id == 0 ? pause with { Id = customer.World.NextId() } : pause)],
    };

    private static string IdOf(long caseId, LapsedPromise broken) => Touch.IdOf(caseId, Touch.PromiseCause(broken.PromiseId), Purpose.PromiseLapsed);
}
