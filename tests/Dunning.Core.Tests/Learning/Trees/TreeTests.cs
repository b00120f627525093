using Dunning.Learning.Metrics;
using Dunning.Learning.Storage;
using Dunning.Learning.Trees;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Learning.Trees;

public sealed class TreeTests
{
    private static readonly TreeColumn[] Schema = [new("x"), new("gap"), new("code", Categorical: true), new("noise")];

    [Fact]
    public void Trees_learn_an_interaction_a_missing_value_and_an_unordered_code()
    {
        var (table, late, _) = Sample(6000, 1);
        var model = TreeBooster.Train(table, late, new TreeOptions());
        var (fresh, outcomes, _) = Sample(3000, 2);
        Ranking.RocAuc(Predict(model, fresh), Array.ConvertAll(outcomes, y => y == 1)).ShouldBeGreaterThan(0.93);
    }

    [Fact]
    public void Absolute_error_finds_the_median_although_a_few_values_are_wild()
    {
        var (table, _, days) = Sample(6000, 3);
        var model = TreeBooster.Train(table, days, new TreeOptions { Loss = TreeLoss.AbsoluteError });
        var (fresh, _, truth) = Sample(3000, 4);
        var flat = ForecastErrors.MeanAbsolute(Array.ConvertAll(truth, _ => truth.Order().ElementAt(truth.Length / 2)), truth);
        ForecastErrors.MeanAbsolute(Predict(model, fresh), truth).ShouldBeLessThan(flat * 0.6);
    }

    [Theory]
    [InlineData(TreeLoss.Logistic)]
    [InlineData(TreeLoss.AbsoluteError)]
    public void The_same_seed_gives_the_same_bytes_with_one_thread_and_two(TreeLoss loss)
    {
        var (table, late, days) = Sample(9000, 5);
        var targets = loss == TreeLoss.Logistic ? late : days;
        var options = new TreeOptions { Loss = loss, MaximumTrees = 15, ColumnShare = 0.7, RowShare = 0.8 };
        var bytes = Saved(TreeBooster.Train(table, targets, options));
        Saved(TreeBooster.Train(table, targets, options)).ShouldBe(bytes);
        Saved(TreeBooster.Train(table, targets, options with { Threads = 2 })).ShouldBe(bytes);
        Saved(TreeBooster.Train(table, targets, options with { Seed = 4 })).ShouldNotBe(bytes);
    }

    [Fact]
    public void A_loaded_model_predicts_and_explains_to_the_bit_and_contributions_add_up()
    {
        var (table, late, _) = Sample(2000, 6);
        var model = TreeBooster.Train(table, late, new TreeOptions { MaximumTrees = 40 });
        var loaded = TreeModel.Load(new MemoryStream(Saved(model)));
        var row = new double[Schema.Length];
        for (var i = 0; i < 200; i++)
        {
            table.CopyRow(i, row);
            loaded.Raw(row).ShouldBe(model.Raw(row));
            (model.Baseline + model.Contributions(row).Sum()).ShouldBe(model.Raw(row), 1e-9);
        }
        Saved(loaded).ShouldBe(Saved(model));
    }

    [Fact]
    public void Noise_stops_early_and_a_constant_target_needs_no_tree()
    {
        var random = new Random(7);
        var (table, _, _) = Sample(3000, 7);
        TreeBooster.Train(table, [.. Enumerable.Range(0, 3000).Select(_ => (double)random.Next(2))], new TreeOptions()).TreeCount.ShouldBeLessThan(25);
        TreeBooster.Train(table, new double[3000], new TreeOptions { Loss = TreeLoss.AbsoluteError }).TreeCount.ShouldBe(0);
    }

    [Fact]
    public void Codes_never_seen_and_infinite_values_get_a_finite_answer()
    {
        var (table, late, _) = Sample(2000, 8);
        var model = TreeBooster.Train(table, late, new TreeOptions { MaximumTrees = 30 });
        foreach (var odd in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, 254, 1e300 })
            model.Predict([odd, odd, odd, odd]).ShouldBeInRange(0, 1);
    }

    [Fact]
    public void Bad_tables_targets_and_files_are_refused_with_the_cause()
    {
        Should.Throw<ArgumentException>(() => new TreeTable([new("c", Categorical: true)], [[0, 1, 300]])).Message.ShouldContain("column c, row 2");
        var (table, _, days) = Sample(500, 9);
        Should.Throw<ArgumentException>(() => TreeBooster.Train(table, days, new TreeOptions())).Message.ShouldContain("0 or 1");
        var bytes = Saved(TreeBooster.Train(table, days, new TreeOptions { Loss = TreeLoss.AbsoluteError, MaximumTrees = 3 }));
        bytes[bytes.Length / 2] ^= 4;
        Should.Throw<ModelFileException>(() => TreeModel.Load(new MemoryStream(bytes))).Message.ShouldContain("checksum");
    }

    private static double[] Predict(TreeModel model, TreeTable table) => [.. Enumerable.Range(0, table.Rows).Select(i =>
    {
        var row = new double[Schema.Length];
        table.CopyRow(i, row);
        return model.Predict(row);
    })];

    // Late when x and gap disagree, when gap is missing, or for the codes 2, 5 and 11.
    private static (TreeTable Table, double[] Late, double[] Days) Sample(int rows, int seed)
    {
        var random = new Random(seed);
        var columns = Array.ConvertAll(Schema, _ => new double[rows]);
        var (late, days) = (new double[rows], new double[rows]);
        for (var i = 0; i < rows; i++)
        {
            var (x, gap, code) = (random.NextDouble(), random.NextDouble(), random.Next(12));
            var missing = random.Next(10) == 0;
            var score = (missing ? 3 : x > 0.5 != gap > 0.5 ? 2 : -2) + (code is 2 or 5 or 11 ? 2.5 : -1);
            (columns[0][i], columns[1][i], columns[2][i], columns[3][i]) = (x, missing ? double.NaN : gap, code, random.NextDouble());
            late[i] = random.NextDouble() < 1 / (1 + Math.Exp(-2 * score)) ? 1 : 0;
            days[i] = score * 5 + random.NextDouble() + (random.Next(50) == 0 ? 200 : 0);
        }
        return (new TreeTable(Schema, columns), late, days);
    }

    private static byte[] Saved(TreeModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }
}
