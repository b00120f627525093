using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Dunning.Flows.Policies;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Policies;

/// <summary>The delivered examples load, and accounts run through their whole ladders.</summary>
public sealed class ExamplePolicyTests
{
    private static readonly DateOnly Due = new(2026, 9, 7);

    private static PolicySet Load(string name) => PolicyFiles.Load(Path.Combine(Repository.Root, "docs", "examples", "policies", name));

    private static AccountFacts Account(string country, decimal amount, DebtorKind kind = DebtorKind.Company, double? risk = null)
    {
        var key = new AccountKey("x01", 1, "EUR");
        var item = new OpenItem(1, 1, "R-1", Due.AddDays(-30), Due, amount, amount, InvoiceStatus.Open);
        var customer = new Customer(1, "x01", "C1", "Example Ltd", "en", country, "Europe/Paris", kind, "default", null, Exclusion.None, 0, null);
        return new(new(key, [item], []), customer, "Europe/Paris", true, new(1, key, CaseStatus.Active, 0, null, 0, Due, null, 1), [], null, false, false, true) { Risk = risk };
    }

    /// <summary>The days after the due date on which the four stages are due, when each is delivered on its day, with their channels.</summary>
    private static string Run(PolicySet policies, AccountFacts facts)
    {
        List<string> steps = [];
        for (var day = Due; day < Due.AddDays(200); day = day.AddDays(1))
        {
            var policy = policies.SegmentFor(facts, day).Policy;
            if (Planner.Plan(facts, policy, day) is not PlanOutcome.Contact contact || contact.PlannedFor > day) continue;
            steps.Add($"{policy.StepOf(contact.Stage).Channel}+{day.DayNumber - Due.DayNumber}");
            facts = facts with { Case = facts.Case! with { Level = (int)contact.Stage, LevelOn = day, LastContactOn = day } };
        }

        return string.Join(' ', steps);
    }

    [Fact]
    public void The_software_company_has_slow_ladders_for_individuals_and_calls_for_large_accounts()
    {
        var saas = Load("saas.yaml");
        saas.Label.ShouldBe("saas 2026-02");
        Run(saas, Account("DE", 500)).ShouldBe("Mail+3 Mail+10 Mail+21 Mail+35");
        Run(saas, Account("DE", 500, DebtorKind.Consumer)).ShouldBe("Mail+7 Mail+21 Mail+35 Letter+56");
        Run(saas, Account("DE", 20_000)).ShouldBe("Mail+7 Call+14 Mail+28 Letter+49");
        Run(saas, Account("DE", 500, risk: 0.8)).ShouldBe("Mail+1 Mail+7 Mail+14 Mail+28");
        saas.SegmentFor(Account("DE", 500), Due.AddDays(9)).Policy.Persona.ShouldBe(new Persona("Billing Team", "billing", null));
    }

    [Fact]
    public void The_distributor_differs_by_country()
    {
        var distributor = Load("distributor.yaml");
        Run(distributor, Account("DE", 500)).ShouldBe("Mail+3 Mail+14 Mail+23 Letter+37");
        Run(distributor, Account("FR", 500)).ShouldBe("Mail+7 Call+17 Mail+29 Letter+43");
        Run(distributor, Account("NL", 500)).ShouldBe(Run(distributor, Account("DE", 500)));
        Run(distributor, Account("IT", 500, DebtorKind.PublicBody)).ShouldBe("Mail+14 Mail+35 Mail+56 Letter+84");
        string Window(string country)
        {
            var policy = distributor.SegmentFor(Account(country, 500), Due.AddDays(9)).Policy;
            return $"{policy.Persona?.Name}: {policy.Window.Opens:HH:mm}-{policy.Window.Closes:HH:mm}, {policy.Window.Quiet.Count} quiet";
        }

        string[] windows = [Window("DE"), Window("FR"), Window("NL"), Window("IT")];
        windows.ShouldBe(["Debitorenbuchhaltung: 08:00-16:30, 0 quiet", "Service recouvrement: 09:00-17:30, 1 quiet", "Debiteurenbeheer: 08:30-17:00, 0 quiet", ": 09:00-17:00, 0 quiet"]);
    }

    [Fact]
    public void No_example_goes_beyond_what_is_compiled_in()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "docs", "examples", "policies"), "*.yaml"))
            PolicyFiles.Load(file).Segments.ShouldAllBe(segment => PolicyBounds.BrokenBy(segment.Policy).Count == 0);
    }
}
