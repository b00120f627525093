using Dunning.Learning.Intervals;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Learning.Metrics;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(103, 0)]
    [InlineData(140, 1)]
    [InlineData(174, 2)]
    [InlineData(206, 3)]
    [InlineData(266, 5)]
    public void The_evidence_needed_for_95_percent_at_99_percent_confidence_is_as_tabled(int trials, int edits)
    {
        Proportion.WilsonLower(trials - edits, trials, 0.99).ShouldBeGreaterThanOrEqualTo(0.95);
        Proportion.WilsonLower(trials - edits - 1, trials - 1, 0.99).ShouldBeLessThan(0.95);
    }

    [Theory]
    [InlineData(919, 0.005)]
    [InlineData(458, 0.01)]
    [InlineData(4603, 0.001)]
    public void Without_an_event_the_exact_upper_bound_is_the_closed_form(int trials, double below)
    {
        Proportion.ClopperPearsonUpper(0, trials, 0.99).ShouldBe(1 - Math.Pow(0.01, 1.0 / trials), 1e-12);
        Proportion.ClopperPearsonUpper(0, trials, 0.99).ShouldBeLessThan(below + 1e-4);
    }

    [Fact]
    public void The_exact_bounds_leave_the_stated_tail_of_the_binomial()
    {
        foreach (var (k, n) in new[] { (1, 5), (3, 10), (10, 40), (39, 40), (7, 100) })
        {
            BinomialTail(n, Proportion.ClopperPearsonLower(k, n, 0.975), from: k).ShouldBe(0.025, 1e-9);
            (1 - BinomialTail(n, Proportion.ClopperPearsonUpper(k, n, 0.975), from: k + 1)).ShouldBe(0.025, 1e-9);
        }
    }

    [Fact]
    public void Intervals_hold_the_observed_share_mirror_and_narrow_with_trials()
    {
        for (var n = 0; n <= 30; n++)
            for (var k = 0; k <= n; k++)
                foreach (var (here, there) in new[] { (Proportion.Wilson(k, n), Proportion.Wilson(n - k, n)), (Proportion.ClopperPearson(k, n), Proportion.ClopperPearson(n - k, n)) })
                {
                    here.Lower.ShouldBe(1 - there.Upper, 1e-9);
                    if (n > 0) ((double)k / n).ShouldBeInRange(here.Lower - 1e-12, here.Upper + 1e-12);
                    else (here.Lower, here.Upper).ShouldBe((0, 1));
                }
        Proportion.Wilson(50, 100).Lower.ShouldBeLessThan(Proportion.Wilson(500, 1000).Lower);
    }

    [Fact]
    public void Special_functions_have_their_known_values()
    {
        SpecialFunctions.NormalQuantile(0.975).ShouldBe(1.959963984540054, 1e-10);
        SpecialFunctions.NormalQuantile(0.99).ShouldBe(2.3263478740408408, 1e-10);
        SpecialFunctions.NormalQuantile(0.9999).ShouldBe(3.719016485455709, 1e-8);
        SpecialFunctions.LogGamma(0.5).ShouldBe(Math.Log(Math.Sqrt(Math.PI)), 1e-12);
        SpecialFunctions.LogGamma(11).ShouldBe(Math.Log(3628800), 1e-11);
        SpecialFunctions.IncompleteBeta(0.3, 1, 1).ShouldBe(0.3, 1e-13);
        SpecialFunctions.IncompleteBeta(0.5, 2, 3).ShouldBe(0.6875, 1e-12);
        SpecialFunctions.InverseIncompleteBeta(0.6875, 2, 3).ShouldBe(0.5, 1e-10);
    }

    [Fact]
    public void The_sequential_test_errs_no_more_often_than_it_promises()
    {
        var test = new SequentialTest(acceptable: 0.01, unacceptable: 0.05, falseAlarm: 0.05, missed: 0.05);
        Share(test, rate: 0.01, SequentialVerdict.Unacceptable).ShouldBeLessThan(0.07);
        Share(test, rate: 0.05, SequentialVerdict.Acceptable).ShouldBeLessThan(0.07);
        Share(test, rate: 0.05, SequentialVerdict.Unacceptable).ShouldBeGreaterThan(0.9);
        test.Judge(0, 1).ShouldBe(SequentialVerdict.Continue);
        test.Judge(5, 5).ShouldBe(SequentialVerdict.Unacceptable);
    }

    private static double Share(SequentialTest test, double rate, SequentialVerdict verdict)
    {
        var random = new Random(9);
        return Enumerable.Range(0, 600).Count(_ => test.Judge(Enumerable.Range(0, 5000).Select(_ => random.NextDouble() < rate)) == verdict) / 600.0;
    }

    private static double BinomialTail(int n, double p, int from) => Enumerable.Range(from, n - from + 1).Sum(k =>
        Math.Exp(SpecialFunctions.LogGamma(n + 1) - SpecialFunctions.LogGamma(k + 1) - SpecialFunctions.LogGamma(n - k + 1) + k * Math.Log(p) + (n - k) * Math.Log(1 - p)));
}
