using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Ledger;
using Dunning.Core.Promises;

namespace Dunning.Core.Tests.Cadence;

/// <summary>An account that lives through days of seeded chance: it carries out commands the way a store would.</summary>
internal sealed class SimulatedAccount(int seed, DateOnly start)
{
    private readonly Random _chance = new(seed);
    private readonly List<PaidAllocation> _paid = [];
    private readonly List<LapsedPromise> _broken = [];
    private Customer _customer = Some.Debtor with { Id = seed, ImportedLevel = seed % 11 == 0 ? 1 + (seed % 4) : 0, ImportedLastContact = seed % 11 == 0 ? start.AddDays(-12) : null };
    private bool _liveContact = true;
    private DateOnly? _partPaymentOn;
    private DateOnly? _lastContactOn;
    private long _nextId = 1;

    public List<OpenItem> Items { get; } = [];
    public List<decimal> Credits { get; } = [];
    public CaseView? View { get; private set; }
    public bool HadCase { get; private set; }
    public Dictionary<string, Touch> Pending { get; } = [];
    public HashSet<string> Delivered { get; } = [];
    public HashSet<string> Tasks { get; } = [];
    public List<(DateOnly On, Touch Touch)> Sent { get; } = [];
    public long FirstCaseId { get; private set; }
    public int ImportedLevel => _customer.ImportedLevel;

    public AccountFacts Facts() => new(new(Some.Key with { CustomerId = seed }, [.. Items], [.. Credits]), _customer, "Europe/Berlin", _liveContact, View?.Case,
        View?.Suppressions ?? [], _lastContactOn, Pending.Count > 0, false, true)
    {
        Lapsed = [.. _broken.Where(broken => !Delivered.Contains(IdOf(broken)) && !Pending.ContainsKey(IdOf(broken)))],
        LastPartPaymentOn = _partPaymentOn, HadEarlierCase = HadCase,
    };

    public void Morning(DateOnly today)
    {
        if (Chance(0.03) || Items.Count == 0 && Chance(0.1)) Items.Add(Some.Item(_nextId++, today.AddDays(14 + _chance.Next(30)), 20 + _chance.Next(500)));
        if (Chance(0.02)) Pay(today);
        if (Chance(0.003)) Credits.Add(5 + _chance.Next(60));
        if (Chance(0.02) && Credits.Count > 0) Credits.RemoveAt(0);
        if (Chance(0.0005)) _customer = _customer with { Exclusion = Exclusion.Intercompany };
        OpenCase(today);
        if (View is null) return;
        Happen(new CaseEvent.DayPassed(_paid), today);
        if (View is null) return;
        if (Chance(0.02)) Happen(new CaseEvent.MailRead(_nextId++, AnyReading(today), new(Chance(0.9), Chance(0.9) ? SenderAuthenticity.Verified : SenderAuthenticity.None), today), today);
        if (View?.Case.Status == CaseStatus.WithPerson && Chance(0.3)) Happen(new CaseEvent.PersonResumed("Test Person"), today);
        if (View?.Suppressions.FirstOrDefault(pause => pause.OnlyPersonLifts) is { } hold && Chance(0.02)) Happen(new CaseEvent.PersonLifted("Test Person", hold.Id, "settled"), today);
        if (View?.Disputes.FirstOrDefault() is { } dispute && Chance(0.1)) Happen(new CaseEvent.PersonResolvedDispute("Test Person", dispute.Id, (DisputeResolution)_chance.Next(4)), today);
    }

    public void Plan(PlanOutcome.Contact contact)
    {
        var touch = Touch.Make(View!.Case.Id, contact.Cause, contact.Purpose, contact.Stage, contact.PlannedFor, null);
        Pending.Add(touch.Id, touch);
    }

    public void Evening(DateOnly today)
    {
        foreach (var touch in Pending.Values.Where(touch => touch.PlannedFor <= today).ToList())
        {
            if (touch.Stage is not null && Chance(0.05))
            {
                Pending.Remove(touch.Id);
                Happen(new CaseEvent.PersonRejectedTouch("Test Person", touch, "not now"), today);
                continue;
            }

            if (Chance(0.2)) continue;
            Pending.Remove(touch.Id);
            if (View is null) continue;
            var before = new StandingBefore(View.Case.Level, View.Case.LevelOn, View.Case.LastContactOn);
            var contactBefore = _lastContactOn;
            Happen(new CaseEvent.TouchSent(touch, today), today);
            _lastContactOn = today;
            Delivered.Add(touch.Id);
            if (Chance(0.01))
            {
                Happen(new CaseEvent.TouchBounced(touch, Chance(0.2), 1, before), today);
                _lastContactOn = contactBefore;
            }
            else Sent.Add((today, touch));
        }
    }

    private void OpenCase(DateOnly today)
    {
        var facts = Facts();
        if (View is null && CaseOpening.IsDue(facts.Ledger, today))
        {
            var opened = CaseOpening.Open(facts, today) with { Id = _nextId++ };
            if (FirstCaseId == 0) FirstCaseId = opened.Id;
            View = new(opened, "DE", [.. Items], [], [], [], [], 0, false);
        }

        if (View is not null) View = View with { Items = [.. Items] };
    }

    private void Pay(DateOnly today)
    {
        if (Items.Count == 0) return;
        var item = Items[_chance.Next(Items.Count)];
        var amount = Chance(0.3) ? Math.Round(item.Residual / 2, 2) : item.Residual;
        if (amount <= 0) return;
        _paid.Add(new(item.InvoiceId, amount, today));
        Items.Remove(item);
        if (amount < item.Residual)
        {
            Items.Add(item with { Residual = item.Residual - amount });
            _partPaymentOn = today;
            if (View is not null && item.IsOverdue(today) && Chance(0.2)) Happen(new CaseEvent.PaymentShort(_nextId++, [item.InvoiceId], amount, item.Residual - amount), today);
        }
    }

    private ReplyReading AnyReading(DateOnly today)
    {
        var number = Items.Count == 0 ? "R-0" : Items[_chance.Next(Items.Count)].Number;
        string[] named = Chance(0.5) ? [] : [number];
        var intent = (Intent)_chance.Next(Enum.GetValues<Intent>().Length);
        if (Chance(0.6)) intent = (Intent)_chance.Next(4);
        return Some.Meaning(intent) with
        {
            Kind = intent == Intent.OutOfOffice ? MessageKind.AutoReply : MessageKind.Human, ReturnsOn = today.AddDays(_chance.Next(30)),
            Promises = intent == Intent.PromiseToPay ? [Some.Promise with { Date = Chance(0.2) ? null : today.AddDays(_chance.Next(30)), Invoices = named }] : [],
            Disputes = intent == Intent.Dispute ? [new(DisputeReason.Price, null, named, null)] : [],
            Claims = intent == Intent.PaymentConfirmation ? [new(today, null, null, null, named, null)] : [],
            Documents = intent == Intent.DocumentRequest ? [today.Day % 4 == 0 ? new(DocumentKind.Statement, [], null) : new(DocumentKind.InvoiceCopy, named, null)] : [],
            NeedsPerson = Chance(0.1),
        };
    }

    private void Happen(CaseEvent happened, DateOnly today)
    {
        var decision = CaseDecision.Decide(View!, happened, Policy.Default, today);
        var view = decision.Next;
        foreach (var command in decision.Commands)
        {
            switch (command)
            {
                case CaseCommand.ResolvePromise { Outcome: PromiseOutcome.Broken } broken:
                    _broken.Add(new(broken.PromiseId, today, View!.Promises.Single(promise => promise.Id == broken.PromiseId).InvoiceIds)); break;
                case CaseCommand.PlanTouch planned when !Delivered.Contains(planned.Touch.Id): Pending.TryAdd(planned.Touch.Id, planned.Touch); break;
                case CaseCommand.CancelPending: foreach (var id in Pending.Values.Where(touch => touch.Stage is not null).Select(touch => touch.Id).ToList()) Pending.Remove(id); break;
                case CaseCommand.AskPerson ask: Tasks.Add(ask.DedupeKey); break;
                case CaseCommand.MarkContactDead: _liveContact = Chance(0.8); break;
            }
        }

        View = view with
        {
            Promises = [.. view.Promises.Select(promise => promise.Id == 0 ? promise with { Id = _nextId++ } : promise)],
            Disputes = [.. view.Disputes.Select(dispute => dispute.Id == 0 ? dispute with { Id = _nextId++ } : dispute)],
            Claims = [.. view.Claims.Select(claim => claim.Id == 0 ? claim with { Id = _nextId++ } : claim)],
            Suppressions = [.. view.Suppressions.Select(pause => pause.Id == 0 ? pause with { Id = _nextId++ } : pause)],
        };
        if (View.Case.Status != CaseStatus.Closed) return;
        View = null;
        HadCase = true;
        Pending.Clear();
        _broken.Clear();
    }

    private string IdOf(LapsedPromise broken) => Touch.IdOf(View?.Case.Id ?? 0, Touch.PromiseCause(broken.PromiseId), Purpose.PromiseLapsed);

    private bool Chance(double share) => _chance.NextDouble() < share;
}
