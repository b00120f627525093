using Dunning.Core.Cadence;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Promises;

namespace Dunning.Core.Cases;

/// <summary>The life of a dispute: its lines pause at once, the rest waits for the confirmation, a person decides.</summary>
internal static class DisputeRules
{
    public static void Open(Dispute dispute, TextSpan? span, string owner, Consequences then)
    {
        then.Suppress(new(0, SuppressionKind.Dispute, dispute.InvoiceIds, then.Today, null, $"disputed: {Wire.Name(dispute.Reason).Replace('_', ' ')}")
        {
            Parts = dispute.Parts, Owner = owner, MessageId = dispute.MessageId, Span = span, Unacknowledged = !dispute.Acknowledged,
        });
        then.ChangeView(view => view with { Disputes = [.. view.Disputes, dispute] });
        then.Add(new CaseCommand.OpenDispute(dispute, dispute.MessageId));
        then.Because("a dispute pauses its lines at once");
    }

    /// <summary>An amount names a part only where it is clear of which invoice, and less than what is open on it.</summary>
    public static IReadOnlyList<HeldPart> PartsOf(IReadOnlyList<long> invoiceIds, decimal? amount, CaseView view) =>
        invoiceIds is [var only] && amount is > 0 and var part && part < view.OpenOn(invoiceIds) ? [new(only, part)] : [];

    public static Decision Recorded(CaseEvent.PersonDisputed person, Consequences then)
    {
        PersonRules.Named(person.By);
        if (Objection(person.InvoiceIds, person.Parts, then.View) is { } objection) return then.Finish($"no dispute was recorded: {objection}");
        var amount = person.Parts.Count == 0 ? (decimal?)null
            : person.Parts.Sum(part => part.Amount) + then.View.OpenOn([.. person.InvoiceIds.Where(id => person.Parts.All(part => part.InvoiceId != id))]);
        var dispute = new Dispute(0, person.InvoiceIds, person.Reason, amount, then.Today, then.Calendar.AddBusinessDays(then.Today, then.Policy.DisputeSlaDays))
        {
            Parts = person.Parts, Acknowledged = true, Owner = person.By,
        };
        then.Because($"{person.By} recorded a dispute: {person.Note}");
        Open(dispute, null, person.By, then);
        then.Add(new CaseCommand.CancelPending($"{person.By} recorded a dispute"));
        return then.Finish("");
    }

    /// <summary>Why a dispute cannot be recorded like this; null when it can.</summary>
    public static string? Objection(IReadOnlyList<long> invoiceIds, IReadOnlyList<HeldPart> parts, CaseView view)
    {
        if (invoiceIds.Count == 0) return "no invoice is named";
        if (invoiceIds.Any(id => view.OpenOn([id]) <= 0)) return "an invoice of the dispute is not open on this account";
        if (parts.Any(part => !invoiceIds.Contains(part.InvoiceId))) return "a disputed amount belongs to no invoice of the dispute";
        return parts.Any(part => part.Amount <= 0 || part.Amount > view.OpenOn([part.InvoiceId])) ? "a disputed amount is not above zero and within what is open" : null;
    }

    /// <summary>An answer to the mail a dispute came in confirms it.</summary>
    public static void Answered(long? inReplyTo, Consequences then)
    {
        if (inReplyTo is not { } mail) return;
        foreach (var dispute in then.View.Disputes.Where(dispute => dispute.MessageId == mail && !dispute.Acknowledged).ToList()) Acknowledge(dispute, then);
    }

    public static void Acknowledge(Dispute dispute, Consequences then)
    {
        then.ChangeView(view => view with
        {
            Disputes = [.. view.Disputes.Select(other => ReferenceEquals(other, dispute) ? other with { Acknowledged = true } : other)],
            Suppressions = [.. view.Suppressions.Select(hold => hold.Unacknowledged && hold.InvoiceIds.SequenceEqual(dispute.InvoiceIds) ? hold with { Unacknowledged = false } : hold)],
        });
        then.Add(new CaseCommand.AcknowledgeDispute(dispute.Id));
    }

    /// <summary>Why a resolution cannot stand; null when it can.</summary>
    public static string? Objection(Dispute dispute, DisputeResolution resolution, decimal? credited, CaseView view) => resolution switch
    {
        DisputeResolution.Split when credited is not > 0 => "a split names the credited part, above zero",
        DisputeResolution.Split when credited >= Disputed(dispute, view) => $"the credited part of a split is less than the disputed {Disputed(dispute, view):0.00##}; for all of it choose credit note",
        DisputeResolution.Split => null,
        DisputeResolution.CreditNote or DisputeResolution.Upheld or DisputeResolution.Withdrawn =>
            credited is null or 0 ? null : "an amount is credited only in a split; a credit note is about all that is disputed",
    };

    public static Decision Resolved(CaseEvent.PersonResolvedDispute person, Consequences then)
    {
        PersonRules.Named(person.By);
        var dispute = then.View.Disputes.FirstOrDefault(dispute => dispute.Id == person.DisputeId);
        if (dispute is null) return then.Finish($"dispute {person.DisputeId} is not open any more");
        if (Objection(dispute, person.Resolution, person.Credited, then.View) is { } objection) return then.Finish($"the dispute stays open: {objection}");
        var credited = person.Resolution switch
        {
            DisputeResolution.CreditNote => Disputed(dispute, then.View),
            DisputeResolution.Split => person.Credited!.Value,
            DisputeResolution.Upheld or DisputeResolution.Withdrawn => 0,
        };
        var how = person.Resolution switch
        {
            DisputeResolution.CreditNote => "a credit note was granted",
            DisputeResolution.Upheld => "the invoice stands",
            DisputeResolution.Split => $"{credited:0.00##} is credited and the rest stands",
            DisputeResolution.Withdrawn => "the customer withdrew it",
        };
        then.ChangeView(view => view with { Disputes = [.. view.Disputes.Where(other => other.Id != dispute.Id)] });
        then.Add(new CaseCommand.ResolveDispute(dispute.Id, person.Resolution, credited));
        then.LiftLines(SuppressionKind.Dispute, dispute.InvoiceIds, then.View.Disputes.Select(other => other.InvoiceIds), person.By, how);
        if (credited > 0) Await(dispute, credited, person.By, then);
        // The earlier level stays, with fresh grace before its next step.
        then.Change(current => current.Level > 0 ? current with { LevelOn = then.Today } : current);
        return then.Finish($"{person.By} resolved the dispute: {how}");
    }

    // What will be credited is not asked for in the days until the books show it.
    private static void Await(Dispute dispute, decimal credited, string by, Consequences then)
    {
        var rest = credited;
        List<HeldPart> parts = [];
        foreach (var id in dispute.InvoiceIds)
        {
            var taken = Math.Min(rest, dispute.Parts.FirstOrDefault(part => part.InvoiceId == id)?.Amount ?? then.View.OpenOn([id]));
            if (taken <= 0) continue;
            parts.Add(new(id, taken));
            rest -= taken;
        }

        if (parts.Count == 0) return;
        then.Suppress(new(0, SuppressionKind.Dispute, [.. parts.Select(part => part.InvoiceId)], then.Today, null, $"{by} granted a credit of {credited:0.00##}; it waits for the books")
        {
            Parts = parts, Owner = by, MessageId = dispute.MessageId, Awaits = new(parts.Sum(part => part.Amount), then.View.OpenOn([.. parts.Select(part => part.InvoiceId)])),
        });
    }

    /// <summary>Ends the hold for a granted credit when the invoices fell by it, payments not counted; asks a person when it stays out.</summary>
    public static void Credit(Suppression hold, IReadOnlyList<PaidAllocation> paid, Consequences then)
    {
        var awaited = hold.Awaits!;
        var open = then.View.OpenOn(hold.InvoiceIds);
        var money = paid.Where(entry => hold.InvoiceIds.Contains(entry.InvoiceId) && entry.ValueDate >= hold.StartsOn).Sum(entry => entry.Amount);
        if (open <= 0 || awaited.BaselineOpen - open - money >= awaited.Amount)
        {
            const string reason = "the granted credit is in the books";
            then.Lift(hold, Consequences.Agent, reason);
            then.Because(reason);
            return;
        }

        if (then.Calendar.AddBusinessDays(hold.StartsOn, then.Policy.DisputeSlaDays) >= then.Today) return;
        then.Because("a granted credit is not in the books yet");
        then.Ask(PersonTaskKind.BookCredit, [], "A granted credit is not booked", $"{hold.Reason}. It is not asked for until then.", $"credit:{hold.Id}", null, blocks: false);
    }

    private static decimal Disputed(Dispute dispute, CaseView view) => Math.Min(dispute.Amount ?? decimal.MaxValue, view.OpenOn(dispute.InvoiceIds));
}
