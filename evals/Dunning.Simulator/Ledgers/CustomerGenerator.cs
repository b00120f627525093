using System.Globalization;
using Dunning.Core.Ledger;
using Dunning.Simulator.Debtors;

namespace Dunning.Simulator.Ledgers;

/// <summary>Makes the customers of one entity.</summary>
internal sealed class CustomerGenerator(Random random, HashSet<string> usedNames)
{
    private static readonly (string Country, string Zone, string Language)[] British =
    [
        ("GB", "Europe/London", "en"), ("GB", "Europe/London", "en"), ("GB", "Europe/London", "en"), ("GB", "Europe/London", "en"),
        ("IE", "Europe/Dublin", "en"), ("FR", "Europe/Paris", "fr"), ("NL", "Europe/Amsterdam", "nl"), ("DE", "Europe/Berlin", "de"),
    ];

    private static readonly (string Country, string Zone, string Language)[] German =
    [
        ("DE", "Europe/Berlin", "de"), ("DE", "Europe/Berlin", "de"), ("DE", "Europe/Berlin", "de"), ("DE", "Europe/Berlin", "de"),
        ("AT", "Europe/Vienna", "de"), ("CH", "Europe/Zurich", "de"), ("IT", "Europe/Rome", "it"), ("DK", "Europe/Copenhagen", "en"),
    ];

    private static readonly (string Country, string Zone, string Language)[] American =
    [
        ("US", "America/New_York", "en"), ("US", "America/New_York", "en"), ("US", "America/Chicago", "en"), ("US", "America/Denver", "en"),
        ("US", "America/Los_Angeles", "en"), ("CA", "America/Toronto", "en"), ("ES", "Europe/Madrid", "es"),
    ];

    // Weights out of 100, in the order of the members.
    private static readonly (Behaviour Behaviour, int Weight)[] Behaviours =
    [
        (Behaviour.PaysWhenReminded, 18), (Behaviour.PromisesAndKeeps, 15), (Behaviour.PromisesAndBreaks, 8), (Behaviour.Disputes, 8),
        (Behaviour.AsksForCopy, 10), (Behaviour.ClaimsPaidTruly, 12), (Behaviour.ClaimsPaidFalsely, 4), (Behaviour.Vague, 4), (Behaviour.Away, 4),
        (Behaviour.DeadAddress, 3), (Behaviour.Spoofed, 2), (Behaviour.Injects, 2), (Behaviour.OptsOut, 1), (Behaviour.Silent, 6), (Behaviour.PaysAndThanks, 3),
    ];

    public IEnumerable<SampleCustomer> Of(SampleEntity creditor, int count)
    {
        for (var i = 0; i < count; i++) yield return One(creditor, i);
    }

    private SampleCustomer One(SampleEntity creditor, int index)
    {
        var (country, zone, language) = Pick(creditor.Entity.Country switch { "GB" => British, "DE" => German, _ => American });
        var kind = random.Next(100) switch { < 82 => DebtorKind.Company, < 91 => DebtorKind.SoleTrader, < 96 => DebtorKind.PublicBody, _ => DebtorKind.Consumer };
        var person = Pick(language switch { "de" => Names.GermanPeople, "en" => Names.EnglishPeople, _ => Names.OtherPeople });
        var name = Name(kind, country, language, person);
        var behaviour = BehaviourOf(random.Next(100));
        var local = behaviour == Behaviour.DeadAddress ? "dead.accounts" : Pick("accounts", "ap", "payables", "office");
        return new(
            creditor, string.Create(CultureInfo.InvariantCulture, $"{creditor.Entity.Country}{10_001 + index}"), name, person,
            $"{local}@{Names.Slug(name)}.example", language, country, zone, kind, SegmentOf(kind), ExclusionOf(), PayerOf(random.Next(100)), behaviour);
    }

    private string Name(DebtorKind kind, string country, string language, string person)
    {
        for (var attempt = 0; ; attempt++)
        {
            var first = Pick(Names.First);
            var trade = Pick(language switch { "de" => Names.GermanTrades, "en" => Names.EnglishTrades, _ => Names.RomanceTrades });
            var name = kind switch
            {
                DebtorKind.Company => $"{first} {trade} {FormOf(country)}",
                DebtorKind.SoleTrader => $"{person} {trade}",
                DebtorKind.PublicBody => language == "de" ? $"Stadtwerke {first}" : $"{first} Borough Council",
                DebtorKind.Consumer => attempt == 0 ? person : $"{person.Split(' ')[0]} {first}",
            };
            if (usedNames.Add(Names.Slug(name))) return name;
        }
    }

    private static string FormOf(string country) => country switch
    {
        "DE" or "AT" => "GmbH", "CH" => "AG", "FR" => "SARL", "IT" => "S.r.l.", "ES" => "S.L.", "NL" => "B.V.", "DK" => "ApS", "US" => "Inc.", _ => "Ltd",
    };

    private string SegmentOf(DebtorKind kind) => kind switch
    {
        DebtorKind.PublicBody => "public",
        DebtorKind.Consumer or DebtorKind.SoleTrader => "small",
        DebtorKind.Company => random.Next(100) switch { < 45 => "routine", < 52 => "pilot", < 62 => "key", _ => "standard" },
    };

    private Exclusion ExclusionOf() => random.Next(100) switch
    {
        0 => Exclusion.Intercompany, 1 => Exclusion.Agency, 2 => Exclusion.Insolvency, 3 => Exclusion.DoNotContact, _ => Exclusion.None,
    };

    private static PayerType PayerOf(int roll) => roll switch { < 25 => PayerType.Prompt, < 55 => PayerType.Slow, < 85 => PayerType.VeryLate, _ => PayerType.Stopped };

    private static Behaviour BehaviourOf(int roll)
    {
        foreach (var (behaviour, weight) in Behaviours)
        {
            if (roll < weight) return behaviour;
            roll -= weight;
        }

        return Behaviour.Silent;
    }

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
