using Dunning.Simulator.Debtors;

namespace Dunning.Simulator.Demo;

/// <summary>Money on its way: what was paid on one day stands in the creditor's books the next morning.</summary>
internal sealed class Bank
{
    private readonly List<DebtorAct.Pay> underway = [];

    public void Take(DebtorAct.Pay payment) => underway.Add(payment);

    /// <summary>Books what was paid before today and returns how many payments that were.</summary>
    public int Book(DateOnly today)
    {
        var booked = 0;
        foreach (var payment in underway.Where(payment => payment.On < today).OrderBy(payment => payment.On).ToList())
        {
            underway.Remove(payment);
            // Two mails can lead to one payment twice; nobody pays what is not open.
            var amount = Math.Min(payment.Amount, payment.Invoice.Open);
            if (amount <= 0) continue;
            payment.Invoice.Pay(amount, payment.On, $"payment {payment.Invoice.Number}");
            booked++;
        }

        return booked;
    }
}
