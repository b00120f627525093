using Dunning.Learning.Metrics;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Learning.Metrics;

public sealed class RankingTests
{
    // Few distinct scores, so that ties are the rule.
    private static readonly Arbitrary<(double[] Scores, bool[] Outcomes)> Samples = Gen.Choose(2, 40)
        .SelectMany(n => Gen.Choose(0, 9).Select(s => s / 10.0).ArrayOf(n)
            .SelectMany(s => Gen.Elements(true, false).ArrayOf(n).Select(y => (s, y))))
        .Where(sample => sample.y.Distinct().Count() == 2).ToArbitrary();

    [Fact]
    public void The_area_under_the_curve_is_the_share_of_pairs_in_the_right_order_with_ties_for_half() =>
        Prop.ForAll(Samples, sample =>
        {
            var pairs = from i in Enumerable.Range(0, sample.Scores.Length)
                        from j in Enumerable.Range(0, sample.Scores.Length)
                        where sample.Outcomes[i] && !sample.Outcomes[j]
                        select sample.Scores[i] > sample.Scores[j] ? 1 : sample.Scores[i] == sample.Scores[j] ? 0.5 : 0;
            return Math.Abs(Ranking.RocAuc(sample.Scores, sample.Outcomes) - pairs.Average()) < 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Average_precision_is_the_sum_over_thresholds_of_recall_gained_times_precision() =>
        Prop.ForAll(Samples, sample =>
        {
            double area = 0, recall = 0, positives = sample.Outcomes.Count(y => y);
            foreach (var threshold in sample.Scores.Distinct().OrderDescending())
            {
                var kept = Enumerable.Range(0, sample.Scores.Length).Where(i => sample.Scores[i] >= threshold).ToArray();
                double hits = kept.Count(i => sample.Outcomes[i]);
                area += (hits / positives - recall) * (hits / kept.Length);
                recall = hits / positives;
            }
            return Math.Abs(Ranking.AveragePrecision(sample.Scores, sample.Outcomes) - area) < 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_the_scores_round_turns_the_area_round() =>
        Prop.ForAll(Samples, sample => Math.Abs(
            Ranking.RocAuc(sample.Scores, sample.Outcomes) + Ranking.RocAuc(Array.ConvertAll(sample.Scores, s => -s), sample.Outcomes) - 1) < 1e-12)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_cannot_be_ranked_is_refused()
    {
        Should.Throw<ArgumentException>(() => Ranking.RocAuc([0.1, 0.2], [true, true])).Message.ShouldContain("both outcomes");
        Should.Throw<ArgumentException>(() => Ranking.RocAuc([0.1, double.NaN], [true, false])).Message.ShouldContain("not a number");
        Should.Throw<ArgumentException>(() => Ranking.RocAuc([0.1], [true, false])).Message.ShouldContain("as many outcomes");
    }
}
