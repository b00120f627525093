using Dunning.Simulator.Ledgers;

namespace Dunning.Simulator.Debtors;

/// <summary>A debtor with a memory: the same mail twice is not answered twice, and an answer of ours moves it on.</summary>
public sealed class Debtor(SampleCustomer customer, int seed)
{
    private readonly Random random = new(seed);
    private readonly HashSet<string> handled = new(StringComparer.Ordinal);
    private IReadOnlyList<SampleInvoice> concerned = [];
    private bool absenceTold;

    public SampleCustomer Customer => customer;

    public Random Random => random;

    /// <summary>Reads a mail and decides. The mail's text decides what it is about; the rest is habit.</summary>
    public IEnumerable<DebtorAct> Hear(OurMail mail, DateOnly today)
    {
        var named = customer.OverdueOn(today).Where(invoice => mail.Text.Contains(invoice.Number, StringComparison.Ordinal)).ToList();
        var fresh = named.Where(invoice => !handled.Contains(invoice.Number)).ToList();
        if (named.Count > 0) concerned = named;
        if (fresh.Count == 0) return Again(mail, today);
        handled.UnionWith(fresh.Select(invoice => invoice.Number));
        return First(fresh, today);
    }

    private IEnumerable<DebtorAct> First(List<SampleInvoice> about, DateOnly today) => customer.Behaviour switch
    {
        Behaviour.PaysWhenReminded when random.Next(6) == 0 => [new DebtorAct.Pay(about[0], Math.Round(about[0].OverdueOn(today) * 0.5m, 2), Later(today, 1))],
        Behaviour.PaysWhenReminded => Pays(about, today, Later(today, 1 + random.Next(2))),
        Behaviour.PaysAndThanks => [new DebtorAct.Answer("thanks", about, null), .. Pays(about, today, Later(today, 1))],
        Behaviour.PromisesAndKeeps => Promises(about, today, Later(today, 1 + random.Next(3)), true),
        Behaviour.PromisesAndBreaks => Promises(about, today, Later(today, 1 + random.Next(2)), false),
        Behaviour.Disputes => [new DebtorAct.Answer("dispute", [about[0]], null)],
        Behaviour.AsksForCopy => [new DebtorAct.Answer("copy", [about[0]], null)],
        Behaviour.ClaimsPaidTruly => TrueClaim(about[0], today),
        Behaviour.ClaimsPaidFalsely => [new DebtorAct.Answer("paid", [about[0]], Earlier(today, 1 + random.Next(3)))],
        Behaviour.Vague => [new DebtorAct.Answer("vague", about, null)],
        Behaviour.Away => Absence(today),
        Behaviour.Spoofed => [new DebtorAct.Impersonate(about)],
        Behaviour.Injects => [new DebtorAct.Answer("injection", about, null)],
        Behaviour.OptsOut => [new DebtorAct.Answer("opt_out", about, null)],
        Behaviour.DeadAddress or Behaviour.Silent => [],
    };

    /// <summary>A further mail about what it knows already.</summary>
    private IEnumerable<DebtorAct> Again(OurMail mail, DateOnly today) => customer.Behaviour switch
    {
        Behaviour.AsksForCopy when mail.Mime.Attachments.Count > 0 => [new DebtorAct.Answer("thanks", concerned, null), .. Pays(concerned, today, Later(today, 1 + random.Next(2)))],
        Behaviour.Vague when concerned.Count > 0 && random.Next(3) > 0 => Promises(concerned, today, Later(today, 2), true),
        Behaviour.PromisesAndKeeps when random.Next(4) == 0 => [new DebtorAct.Answer("thanks", concerned, null)],
        Behaviour.PromisesAndBreaks when mail.Text.Contains(concerned.FirstOrDefault()?.Number ?? "\0", StringComparison.Ordinal) && random.Next(2) == 0 => Pays(concerned, today, Later(today, 1)),
        Behaviour.PaysWhenReminded => Pays(concerned, today, Later(today, 1)),
        Behaviour.PaysAndThanks or Behaviour.PromisesAndKeeps or Behaviour.PromisesAndBreaks or Behaviour.Disputes or Behaviour.AsksForCopy
            or Behaviour.ClaimsPaidTruly or Behaviour.ClaimsPaidFalsely or Behaviour.Vague or Behaviour.Away or Behaviour.DeadAddress or Behaviour.Spoofed
            or Behaviour.Injects or Behaviour.OptsOut or Behaviour.Silent => [],
    };

    private static IEnumerable<DebtorAct> Pays(IReadOnlyList<SampleInvoice> about, DateOnly today, DateOnly on) =>
        about.Where(invoice => invoice.OverdueOn(today) > 0).Select(invoice => new DebtorAct.Pay(invoice, invoice.OverdueOn(today), on));

    private static IEnumerable<DebtorAct> Promises(IReadOnlyList<SampleInvoice> about, DateOnly today, DateOnly on, bool keeps) =>
        keeps ? [new DebtorAct.Answer("promise", about, on), .. Pays(about, today, on)] : [new DebtorAct.Answer("promise", about, on)];

    private static IEnumerable<DebtorAct> TrueClaim(SampleInvoice invoice, DateOnly today)
    {
        // The bank needs a day: the creditor's books do not show it yet.
        var on = Earlier(today, 1);
        return [new DebtorAct.Answer("paid", [invoice], on), new DebtorAct.Pay(invoice, invoice.OverdueOn(today), on)];
    }

    private IEnumerable<DebtorAct> Absence(DateOnly today)
    {
        if (absenceTold) return [];
        absenceTold = true;
        return [new DebtorAct.AutoReply(Later(today, 2 + random.Next(5)))];
    }

    private static DateOnly Later(DateOnly day, int businessDays)
    {
        while (businessDays > 0)
        {
            day = day.AddDays(1);
            if (IsBusinessDay(day)) businessDays--;
        }

        return day;
    }

    private static DateOnly Earlier(DateOnly day, int businessDays)
    {
        while (businessDays > 0)
        {
            day = day.AddDays(-1);
            if (IsBusinessDay(day)) businessDays--;
        }

        return day;
    }

    private static bool IsBusinessDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
