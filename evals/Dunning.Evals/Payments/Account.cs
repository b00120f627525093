using System.Globalization;
using Dunning.Core.Ledger;
using Dunning.Core.Ledger.CashApplication;

namespace Dunning.Evals.Payments;

/// <summary>An invented customer with open items, and perhaps neighbours of the same creditor.</summary>
internal sealed class Account
{
    private static readonly string[] Names =
        ["Nordlicht Beispiel GmbH", "Example Trading Ltd", "Exemple et Fils SARL", "Muster & Söhne KG", "Ejemplo Ibérica SL", "Esempio Forniture SRL", "Voorbeeld Handel BV", "Sample Components Inc", "Beispielwerk AG", "Probe Logistik GmbH", "Demo Foods plc", "Modèle Distribution SAS"];

    private readonly Random chance;
    private readonly string currency;

    public Account(Random chance, Numbering numbering, string currency, int neighbours)
    {
        (this.chance, this.currency) = (chance, currency);
        var names = Names.OrderBy(_ => chance.Next()).Take(neighbours + 1).ToArray();
        var first = chance.Next(1000, 90_000);
        var shape = chance.Next(3);
        for (var c = 0; c <= neighbours; c++)
        {
            var customer = (first + (c * 7)).ToString(shape == 0 ? "'K'00000" : shape == 1 ? "'C-'00000" : "'D'000000", CultureInfo.InvariantCulture);
            var count = c > 0 ? chance.Next(1, 5) : 1 + (int)Math.Floor(Math.Exp(chance.NextDouble() * 3.2) / 1.2);
            for (var i = 0; i < count; i++) Items.Add(new(Items.Count, numbering.Next(), customer, names[c], currency, Price(), new DateOnly(2026, 5, 1).AddDays(-chance.Next(80)), []));
        }

        Customer = Items[0].Customer;
        Name = names[0];
    }

    public List<PayableItem> Items { get; } = [];

    public string Customer { get; }

    public string Name { get; }

    public List<PayableItem> Own => Items.FindAll(item => item.Customer == Customer && item.Open > 0 && item.Currency == currency);

    public List<PayableItem> Pick(int count) => [.. Own.OrderBy(_ => chance.Next()).Take(count)];

    public void Replace(PayableItem item) => Items[(int)item.Id] = item;

    public PayableItem Add(string number, string customer, decimal open, string itemCurrency)
    {
        var item = new PayableItem(Items.Count, number, customer, null, itemCurrency, open, new DateOnly(2026, 3, 1).AddDays(chance.Next(40)), []);
        Items.Add(item);
        return item;
    }

    /// <summary>Prices as they are: mostly odd, sometimes round, sometimes the monthly fee once more.</summary>
    public decimal Price()
    {
        if (Items.Count > 0 && chance.Next(14) == 0) return Items[chance.Next(Items.Count)].Open is > 0 and var again ? again : 250;
        var amount = (decimal)Math.Exp((chance.NextDouble() * 6) + 3.5);
        return chance.Next(5) == 0 ? Math.Max(50, Math.Round(amount / 50) * 50) : MinorUnits.Round(amount, currency);
    }

    /// <summary>How many sets of up to four own items (or all of them) add up to an amount.</summary>
    public int Explanations(decimal amount)
    {
        var open = Own.ConvertAll(item => item.Open);
        return Sums(open, 0, amount, 4) + (open.Count > 4 && open.Sum() == amount ? 1 : 0);
    }

    private static int Sums(List<decimal> open, int from, decimal missing, int left)
    {
        if (missing == 0) return 1;
        if (left == 0 || missing < 0) return 0;
        var found = 0;
        for (var i = from; i < open.Count && found < 2; i++) found += Sums(open, i + 1, missing - open[i], left - 1);
        return found;
    }
}
