using Dunning.Learning.ContactTiming;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Learning.ContactTiming;

public sealed class ContactTimingTests
{
    private static readonly TimingOptions Options = new() { Grid = new(9, 16) };
    private static readonly int[] Hours = [9, 10, 11, 12, 13, 14, 15, 16];

    [Fact]
    public void An_account_that_answers_in_the_afternoon_is_preferred_then()
    {
        var model = ContactTimingModel.Fit([.. Book(7, (_, hour) => 0.3), .. Own("steady", 14, 0.95, 0.05)], Options);
        var advice = Advise(model, "steady");
        advice.Basis.ShouldBe(TimingBasis.Learned);
        advice.Hour.ShouldBe(14);
        advice.LiftLower.ShouldBeGreaterThan(0);
        advice.Chance.Probability.ShouldBeGreaterThan(advice.DefaultChance.Probability);
    }

    [Fact]
    public void An_account_nothing_is_known_of_leans_on_its_segment()
    {
        var model = ContactTimingModel.Fit(Book(3, (segment, hour) => segment == "a" && hour >= 15 ? 0.8 : 0.2), Options);
        Advise(model, "never seen").ShouldBe(Advise(model, "never seen"));
        Advise(model, "never seen").Hour.ShouldBeOneOf(15, 16);
        var other = model.Of("b", "never seen");
        other.At(DayOfWeek.Tuesday, 16).Probability.ShouldBeLessThan(model.Of("a", "never seen").At(DayOfWeek.Tuesday, 16).Probability - 0.2);
    }

    [Fact]
    public void Where_hours_do_not_matter_the_default_hour_stays_and_where_they_do_none_does()
    {
        var model = ContactTimingModel.Fit(Book(6, (_, _) => 0.35), Options);
        var habits = ContactTimingModel.Fit(Book(6, (_, hour) => hour >= 14 ? 0.7 : 0.2), Options);
        model.SegmentSpread.Hour.ShouldBeLessThan(Options.Segment.Hour);
        Enumerable.Range(0, 40).Count(i => Advise(habits, $"a{i}").Basis == TimingBasis.Learned).ShouldBeGreaterThan(35);
        var advised = Enumerable.Range(0, 40).Select(i => Advise(model, $"a{i}").Basis).Count(basis => basis == TimingBasis.Learned);
        advised.ShouldBe(0);
    }

    [Fact]
    public void One_answer_is_no_evidence()
    {
        var model = ContactTimingModel.Fit([new("a", "x", DayOfWeek.Monday, 15, true, 3)], Options);
        Advise(model, "x").Basis.ShouldBe(TimingBasis.Default);
        Advise(model, "x").Hour.ShouldBe(10);
    }

    [Fact]
    public void The_stated_chance_lies_between_the_accounts_own_rate_and_its_segments()
    {
        var model = ContactTimingModel.Fit([.. Book(11, (_, _) => 0.2), .. Own("keen", 12, 1, 1)], Options);
        var keen = model.Of("a", "keen").At(DayOfWeek.Wednesday, 12);
        keen.Probability.ShouldBeInRange(0.5, 0.99);
        keen.Interval().Lower.ShouldBeLessThan(keen.Probability);
        keen.Interval().Upper.ShouldBeGreaterThan(keen.Probability);
    }

    [Fact]
    public void A_habit_that_changed_is_forgotten()
    {
        var then = Own("mover", 9, 0.95, 0.05).Select(contact => contact with { DaysAgo = contact.DaysAgo + 400 });
        ContactObservation[] contacts = [.. Book(13, (_, _) => 0.3), .. then, .. then, .. Own("mover", 15, 0.95, 0.05)];
        Leads(15, 9, Options).ShouldBeTrue();
        Leads(15, 9, Options with { HalfLifeDays = 100_000 }).ShouldBeFalse();

        bool Leads(int hour, int other, TimingOptions options) => ContactTimingModel.Fit(contacts, options).Of("a", "mover") is var mover
            && mover.At(DayOfWeek.Wednesday, hour).Probability > mover.At(DayOfWeek.Wednesday, other).Probability + 0.02;
    }

    [Fact]
    public void The_order_of_the_contacts_changes_nothing()
    {
        var contacts = Book(17, (segment, hour) => segment == "a" && hour < 11 ? 0.6 : 0.3).ToList();
        var backwards = Enumerable.Reverse(contacts).ToList();
        var (one, two) = (ContactTimingModel.Fit(contacts, Options).Of("a", "a3"), ContactTimingModel.Fit(backwards, Options).Of("a", "a3"));
        foreach (var hour in Hours) one.At(DayOfWeek.Monday, hour).Mean.ShouldBe(two.At(DayOfWeek.Monday, hour).Mean, 1e-9);
    }

    [Fact]
    public void Without_any_contact_the_default_hour_is_advised()
    {
        var model = ContactTimingModel.Fit([], Options);
        TimingAdvice.For(model.Of("a", "x"), model.ContactsOf("a"), DayOfWeek.Monday, Hours, 10, Options, null).Hour.ShouldBe(10);
    }

    [Fact]
    public void Varied_hours_stay_inside_the_window_and_are_the_same_for_the_same_seed()
    {
        var model = ContactTimingModel.Fit([new("a", "x", DayOfWeek.Monday, 15, true, 3)], Options);
        var hours = Enumerable.Range(0, 200).Select(seed => Spread(model, seed)).ToList();
        hours.ShouldAllBe(advice => advice.Basis == TimingBasis.Spread && Hours.Contains(advice.Hour));
        hours.Select(advice => advice.Hour).Distinct().Count().ShouldBeGreaterThan(4);
        hours.ShouldBe(Enumerable.Range(0, 200).Select(seed => Spread(model, seed)));
    }

    [Fact]
    public void An_account_in_two_segments_is_refused() =>
        Should.Throw<ArgumentException>(() => ContactTimingModel.Fit([new("a", "x", DayOfWeek.Monday, 9, true, 1), new("b", "x", DayOfWeek.Monday, 9, true, 1)], Options))
            .Message.ShouldContain("x is in two segments");

    [Theory]
    [InlineData(24, 1)]
    [InlineData(9, -1)]
    public void An_impossible_hour_or_age_is_refused(int hour, double age) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ContactTimingModel.Fit([new("a", "x", DayOfWeek.Monday, hour, true, age)], Options));

    private static TimingAdvice Advise(ContactTimingModel model, string account) =>
        TimingAdvice.For(model.Of("a", account), model.ContactsOf("a"), DayOfWeek.Tuesday, Hours, 10, Options, null);

    private static TimingAdvice Spread(ContactTimingModel model, int seed) =>
        TimingAdvice.For(model.Of("a", "x"), model.ContactsOf("a"), DayOfWeek.Tuesday, Hours, 10, Options, seed);

    /// <summary>Two segments of forty accounts with twelve contacts each at random hours.</summary>
    private static IEnumerable<ContactObservation> Book(int seed, Func<string, int, double> chance)
    {
        var random = new Random(seed);
        foreach (var segment in new[] { "a", "b" })
            for (var account = 0; account < 40; account++)
                for (var i = 0; i < 12; i++)
                {
                    var hour = Hours[random.Next(Hours.Length)];
                    yield return new(segment, $"{segment}{account}", (DayOfWeek)(1 + random.Next(5)), hour, random.NextDouble() < chance(segment, hour), i * 7);
                }
    }

    /// <summary>Forty contacts of one account, half of them round one hour.</summary>
    private static IEnumerable<ContactObservation> Own(string account, int hour, double then, double otherwise)
    {
        var random = new Random(23);
        for (var i = 0; i < 40; i++)
        {
            var at = i % 2 == 0 ? hour : Hours[random.Next(Hours.Length)];
            yield return new("a", account, (DayOfWeek)(1 + i % 5), at, random.NextDouble() < (at == hour ? then : otherwise), i * 3);
        }
    }
}
