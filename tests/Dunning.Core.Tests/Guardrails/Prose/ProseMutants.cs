using System.Globalization;
using System.Text;
using Dunning.Core.Correspondence;

namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>Ways to make one thing of a right mail wrong.</summary>
internal static class ProseMutants
{
    internal static readonly string[] Kinds =
    [
        "amount digits exchanged", "amounts exchanged", "account digit", "due date shifted", "weekday", "days off by one", "total digit", "foreign number", "look-alike domain", "phone digit",
        "other name", "part payment amount", "part payment date", "numbers exchanged", "due dates exchanged", "days exchanged", "total is one invoice", "promise date", "customer number", "issue date",
    ];

    private static readonly string[] LookAlikes = ["suppIies.example", "supplies.example.evil.test", "suppl1es.example", "supplies.exarnple", "suppl\u0456es.example", "supplies-pay.example", "supplies.test"];

    internal static string? Make(int kind, ProseDraft draft, Random random)
    {
        var (facts, style) = (draft.Facts, draft.Style);
        var one = facts.Invoices[0];
        return kind switch
        {
            0 => Any(draft, random, "a") is { } slot && Transposed(Text(draft, slot), random) is { } text ? draft.WithOne(random, slot, text) : null,
            1 => Exchange(draft, "a"),
            2 => draft.Has("iban") ? draft.WithOne(random, "iban", OtherIban(random)) : null,
            3 => Any(draft, random, "d") is { } slot ? Shifted(draft, random, slot, facts.Invoices[slot[1] - '1'].Due) : null,
            4 => draft.Has("w1") ? draft.WithOne(random, "w1", style.Weekday(one.Due.AddDays(random.Next(1, 7)))) : null,
            5 => Any(draft, random, "k", "bk") is { } slot ? OtherDays(draft, random, slot) : null,
            6 => Any(draft, random, "t") is { } slot && OtherDigit(Text(draft, slot), random) is { } text ? draft.WithOne(random, slot, text) : null,
            7 => Any(draft, random, "n") is { } slot && OtherDigit(Text(draft, slot), random) is { } text && !facts.Invoices.Any(invoice => invoice.Number == text) ? draft.WithOne(random, slot, text) : null,
            8 => Any(draft, random, "url", "mail") is { } slot ? draft.WithOne(random, slot, Text(draft, slot).Replace("supplies.example", LookAlikes[random.Next(LookAlikes.Length)], StringComparison.Ordinal)) : null,
            9 => draft.Has("phone") && OtherDigit(facts.Phone!, random) is { } text ? draft.WithOne(random, "phone", text) : null,
            10 => Any(draft, random, "first", "last", "c") is { } slot ? draft.WithOne(random, slot, slot == "c" ? "Robin Bergwald" : "Bergwald") : null,
            11 => draft.Has("pa") && draft.Has("a1") ? draft.With(slot => slot == "pa" ? Text(draft, "a1") : slot == "a1" ? Text(draft, "pa") : null) : null,
            12 => draft.Has("pd") ? draft.WithOne(random, "pd", style.Date(one.Due)) : null,
            13 => draft.NumbersStandApart ? null : Exchange(draft, "n"),
            // Where one was issued on the day the other was due, the exchanged dates are not plainly wrong.
            14 => facts.Invoices.Any(invoice => facts.Invoices.Any(other => other.Due == invoice.Issued)) ? null : Exchange(draft, "d"),
            15 => Exchange(draft, "k") ?? Exchange(draft, "bk"),
            16 => facts.Invoices.Count > 1 && draft.Has("t") ? draft.WithOne(random, "t", style.Money(facts.Invoices[random.Next(facts.Invoices.Count)].Open)) : null,
            17 => draft.Has("rd") ? draft.WithOne(random, "rd", style.Date(one.Due)) : null,
            18 => draft.Has("custno") && OtherDigit(facts.CustomerNumber, random) is { } text ? draft.WithOne(random, "custno", text) : null,
            _ => Any(draft, random, "i") is { } slot ? Shifted(draft, random, slot, facts.Invoices[slot[1] - '1'].Issued!.Value) : null,
        };
    }

    private static string Text(ProseDraft draft, string slot) => draft.Pieces.First(piece => piece.Slot == slot).Text;

    private static string? Any(ProseDraft draft, Random random, params string[] kinds)
    {
        var slots = draft.Pieces.Select(static piece => piece.Slot).OfType<string>().Where(slot => kinds.Contains(slot.TrimEnd('1', '2', '3')) && (slot != "t12" || kinds.Contains("t"))).Distinct().ToList();
        return slots.Count == 0 ? null : slots[random.Next(slots.Count)];
    }

    private static string? Exchange(ProseDraft draft, string kind) =>
        draft.Has($"{kind}1") && draft.Has($"{kind}2") ? draft.With(slot => slot == $"{kind}1" ? Text(draft, $"{kind}2") : slot == $"{kind}2" ? Text(draft, $"{kind}1") : null) : null;

    private static string? Shifted(ProseDraft draft, Random random, string slot, DateOnly date)
    {
        var facts = draft.Facts;
        var other = date.AddDays(random.Next(1, 29) * (random.Next(2) == 0 ? 1 : -1));
        IEnumerable<DateOnly> all =
        [
            facts.Today, .. facts.Invoices.Select(static invoice => invoice.Due), .. facts.Invoices.Select(static invoice => invoice.Issued!.Value),
            .. facts.PaymentsReceived.Select(static payment => payment.ValueDate), .. facts.Promises.Select(static promise => promise.Date),
        ];
        return all.Any(day => day.Month == other.Month && day.Day == other.Day) ? null : draft.WithOne(random, slot, draft.Style.Date(other));
    }

    private static string? OtherDays(ProseDraft draft, Random random, string slot)
    {
        var days = draft.Facts.Invoices[slot[^1] - '1'].DaysOverdue + (random.Next(2) == 0 ? 1 : -1);
        return draft.WithOne(random, slot, days.ToString(CultureInfo.InvariantCulture));
    }

    private static string? Transposed(string value, Random random)
    {
        var places = Enumerable.Range(0, value.Length - 1).Where(i => char.IsAsciiDigit(value[i]) && char.IsAsciiDigit(value[i + 1]) && value[i] != value[i + 1]).ToList();
        if (places.Count == 0) return null;
        var place = places[random.Next(places.Count)];
        return new StringBuilder(value) { [place] = value[place + 1], [place + 1] = value[place] }.ToString();
    }

    private static string? OtherDigit(string value, Random random)
    {
        var places = Enumerable.Range(0, value.Length).Where(i => char.IsAsciiDigit(value[i])).ToList();
        var place = places[random.Next(places.Count)];
        return new StringBuilder(value) { [place] = (char)('0' + ((value[place] - '0' + random.Next(1, 10)) % 10)) }.ToString();
    }

    // The check digits are reckoned anew, so that every bank form takes the account.
    private static string OtherIban(Random random)
    {
        var account = $"37040044{random.NextInt64(1_000_000_000, 9_999_999_999)}";
        var rest = 0;
        foreach (var digit in account + "131400") rest = ((rest * 10) + digit - '0') % 97;
        return $"DE{98 - rest:00}{account}";
    }
}
