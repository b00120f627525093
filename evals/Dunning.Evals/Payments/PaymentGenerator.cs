using System.Globalization;
using Dunning.Core.Ledger;
using Dunning.Core.Ledger.CashApplication;

namespace Dunning.Evals.Payments;

/// <summary>
/// Payments as they arrive, with the truth about each. Written from how remittances look, not from how the matcher
/// reads them: where people could not tell either, the truth is empty.
/// </summary>
internal sealed class PaymentGenerator(int seed)
{
    // Type and share in a thousand. The last block is for people.
    private static readonly (string Type, int Share)[] Mix =
    [
        ("number", 230), ("several_numbers", 110), ("no_reference", 90), ("no_reference_sum", 35), ("whole_balance", 20), ("fee_deducted", 50), ("discount", 45),
        ("part_payment", 45), ("overpayment", 35), ("structured", 55), ("typo", 40), ("range", 20), ("number_unknown_payer", 60), ("equal_amounts_with_number", 25), ("old_number_beside", 15), ("currency_twin", 15),
        ("wrong_reference", 15), ("equal_amounts", 15), ("other_customers_number", 15), ("currency_trap", 12), ("old_number", 12), ("contradiction", 15), ("unknown_payer", 12), ("several_part_paid", 12), ("longer_number", 10),
    ];

    private readonly Random chance = new(seed);

    public IEnumerable<PaymentCase> Generate(int count)
    {
        for (var made = 0; made < count;)
        {
            var at = chance.Next(Mix.Sum(kind => kind.Share));
            var type = Mix.First(kind => (at -= kind.Share) < 0).Type;
            if (new PaymentStory(chance, type).Tell(string.Create(CultureInfo.InvariantCulture, $"p{made:00000}")) is not { } told) continue;
            made++;
            yield return told;
        }
    }
}

/// <summary>One payment of a type: who pays what, what is written, and what it was for.</summary>
internal sealed class PaymentStory
{
    private readonly Random chance;
    private readonly string type;
    private readonly string currency;
    private readonly Numbering numbering;
    private readonly RemittanceText words;
    private readonly Account account;
    private readonly bool payerKnown;
    private readonly Dictionary<long, decimal> truth = [];
    private decimal amount;
    private string text = "";
    private string? reference;
    private bool nameless;

    public PaymentStory(Random chance, string type)
    {
        (this.chance, this.type) = (chance, type);
        currency = chance.Next(10) switch { 0 => "USD", 1 => "GBP", 2 => "JPY", 3 => "CHF", _ => "EUR" };
        (numbering, words) = (new(chance), new(chance));
        payerKnown = type is not ("number_unknown_payer" or "unknown_payer");
        account = new(chance, numbering, currency, payerKnown ? 0 : chance.Next(1, 4));
    }

    /// <summary>The case; null when the dice made the story impossible.</summary>
    public PaymentCase? Tell(string id)
    {
        if (!(type is "number" or "number_unknown_payer" or "several_numbers" or "typo" or "structured" or "fee_deducted" or "discount" or "part_payment" or "overpayment" or "range" or "equal_amounts_with_number" or "old_number_beside" ? Named() : type is "no_reference" or "no_reference_sum" or "whole_balance" or "currency_twin" ? Silent() : ForPeople())) return null;
        var payer = nameless ? null : chance.Next(4) == 0 ? account.Name.ToUpperInvariant() : account.Name;
        return new(id, type, new(amount, currency, new DateOnly(2026, 5, 4), text, reference, payer, null, payerKnown ? account.Customer : null),
            account.Items, [.. account.Items.Select(item => item.Id.ToString(CultureInfo.InvariantCulture))], truth);
    }

    private bool Named()
    {
        var count = type is "several_numbers" ? chance.Next(2, 6) : type is "range" ? account.Own.Count : 1;
        var items = type == "range" ? account.Own : account.Pick(count);
        if (items.Count < count || (type is "several_numbers" or "range" && items.Count < 2)) return false;
        amount = items.Sum(item => item.Open);
        foreach (var item in items) truth[item.Id] = item.Open;
        var numbers = items.ConvertAll(item => numbering.Written(item.Number));
        return type switch
        {
            "fee_deducted" => Less(items[0], numbers, Math.Round((decimal)((chance.NextDouble() * 20) + 3), chance.Next(2) * 2), 120),
            "discount" => Less(items[0], numbers, items[0].Open - MinorUnits.Round(items[0].Open * (1 - (new[] { 2, 3, 2, 1, 4 }[chance.Next(5)] / 100m)), currency), 20),
            "part_payment" => Less(items[0], numbers, items[0].Open - PartOf(items[0].Open), 60),
            "overpayment" => More(numbers),
            "typo" => Slip(items[0]),
            "structured" => Structured(items[0]),
            "range" => Range(items),
            "equal_amounts_with_number" => Twin(items[0], numbers),
            "old_number_beside" => Beside(numbers),
            _ => Say(numbers),
        };
    }

    private bool Say(IReadOnlyList<string> numbers)
    {
        text = words.Naming(numbers, amount, account.Customer);
        if (chance.Next(8) == 0) (reference, text) = (text, words.Silent(amount, account.Customer));
        return true;
    }

    private bool Less(PayableItem item, IReadOnlyList<string> numbers, decimal missing, decimal least)
    {
        missing = MinorUnits.Round(currency == "JPY" && type == "fee_deducted" ? missing * 100 : missing, currency);
        amount = item.Open - missing;
        if (item.Open < least || amount <= 0 || missing <= 0 || account.Explanations(amount) > 0) return false;
        truth[item.Id] = amount;
        return Say(numbers);
    }

    private decimal PartOf(decimal open) => chance.Next(2) == 0 ? Math.Floor(open * chance.Next(2, 8) / 1000m) * 100 : MinorUnits.Round(open / chance.Next(2, 4), currency);

    private bool More(IReadOnlyList<string> numbers)
    {
        var rest = chance.Next(3) == 0 ? amount : MinorUnits.Round((decimal)(chance.NextDouble() * 90) + 1, currency);
        if (account.Explanations(amount + rest) > 0 || account.Explanations(rest) > (rest == amount ? 1 : 0)) return false;
        amount += rest;
        return Say(numbers);
    }

    private bool Slip(PayableItem item)
    {
        var slipped = numbering.Slipped(item.Number);
        if (account.Items.Exists(other => other.Number == slipped) || account.Explanations(amount) != 1) return false;
        return Say([slipped]);
    }

    private bool Structured(PayableItem item)
    {
        var made = chance.Next(4) switch { 0 => References.Belgian(item.Number), 1 => References.Finnish(item.Number), 2 => References.Swiss(item.Number), _ => References.Creditor(item.Number) };
        if (made.StartsWith("RF", StringComparison.Ordinal) && chance.Next(2) == 0) made = string.Join(' ', made.Chunk(4).Select(part => new string(part)));
        if (made.StartsWith('+') && chance.Next(2) == 0) text = made;
        else (reference, text) = (made, chance.Next(2) == 0 ? "" : words.Silent(amount, account.Customer));
        return true;
    }

    private bool Range(List<PayableItem> items)
    {
        // A range is written where the numbers follow each other: the account gets such a series.
        var start = chance.Next(1000, 8000);
        for (var i = 0; i < items.Count; i++) account.Replace(items[i] with { Number = string.Create(CultureInfo.InvariantCulture, $"RG-{start + i}") });
        text = words.Range($"RG-{start}", string.Create(CultureInfo.InvariantCulture, $"{(chance.Next(2) == 0 ? "RG-" : "")}{start + items.Count - 1}"));
        return items.Count <= 8;
    }

    private bool Twin(PayableItem item, IReadOnlyList<string> numbers)
    {
        account.Add(numbering.Next(), account.Customer, item.Open, currency);
        return Say(numbers);
    }

    private bool Beside(IReadOnlyList<string> numbers)
    {
        var old = account.Add(numbering.Old(), account.Customer, 0, currency);
        return Say([.. numbers, numbering.Written(old.Number)]);
    }

    private bool Silent()
    {
        var items = type == "whole_balance" ? account.Own : account.Pick(type == "no_reference_sum" ? chance.Next(2, 4) : 1);
        if (items.Count == 0 || (type is "no_reference_sum" or "whole_balance" && items.Count < 2)) return false;
        amount = items.Sum(item => item.Open);
        if (account.Explanations(amount) != 1) return false;
        if (type == "currency_twin") account.Add(numbering.Next(), account.Customer, amount, currency == "EUR" ? "USD" : "EUR");
        foreach (var item in items) truth[item.Id] = item.Open;
        text = words.Silent(amount, account.Customer);
        return true;
    }

    private bool ForPeople()
    {
        var item = account.Pick(1)[0];
        amount = item.Open;
        switch (type)
        {
            case "wrong_reference": return Say([numbering.Old()]);
            case "equal_amounts":
                account.Add(numbering.Next(), account.Customer, amount, currency);
                text = words.Silent(amount, account.Customer);
                return true;
            case "other_customers_number": return Say([account.Add(numbering.Next(), account.Customer + "9", chance.Next(2) == 0 ? amount : account.Price(), currency).Number]);
            case "currency_trap": return Say([account.Add(numbering.Next(), account.Customer, amount, currency == "EUR" ? "USD" : "EUR").Number]);
            case "old_number": return Say([numbering.Written(account.Add(numbering.Old(), account.Customer, 0, currency).Number)]);
            case "contradiction": return account.Own.Find(other => other.Open != amount) is { } named && Say([named.Number]);
            case "several_part_paid": return PartOfSeveral();
            case "longer_number": return Inside(item);
            default:
                (text, nameless) = (words.Silent(amount, "?"), chance.Next(2) == 0);
                if (!nameless) return account.Items.Exists(other => other.Customer != account.Customer && other.Open != amount) && Stranger();
                return true;
        }
    }

    // The name on the account is nobody's among the customers.
    private bool Stranger()
    {
        text = words.Silent(amount, "?");
        nameless = true;
        return true;
    }

    private bool PartOfSeveral()
    {
        var items = account.Pick(chance.Next(2, 4));
        if (items.Count < 2) return false;
        amount = MinorUnits.Round(items.Sum(item => item.Open) * chance.Next(35, 80) / 100m, currency);
        return account.Explanations(amount) == 0 && Say(items.ConvertAll(item => item.Number));
    }

    // An order number that holds an invoice number inside, and an amount that fits nothing.
    private bool Inside(PayableItem item)
    {
        amount += 1.37m * (currency == "JPY" ? 100 : 1);
        text = $"order {chance.Next(1, 9)}{string.Concat(item.Number.Where(char.IsAsciiDigit))}{chance.Next(10, 99)}";
        return account.Explanations(amount) == 0;
    }
}
