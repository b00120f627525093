using Dunning.Learning.Text;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Learning.Text;

public sealed class NGramModelTests
{
    [Fact]
    public void A_trained_model_reads_unseen_fillers_and_its_probabilities_sum_to_one()
    {
        var model = NGramSoftmaxTrainer.Train(SomeMails.Rows(300, 1), SomeMails.Options);
        var unseen = SomeMails.Rows(200, 2);
        unseen.Count(row => model.Predict(row.Text).Top == row.Labels[0]).ShouldBeGreaterThan(195);
        foreach (var row in unseen) model.Predict(row.Text).Probabilities.Sum().ShouldBe(1f, 1e-4f);
    }

    [Fact]
    public void The_same_rows_and_seed_give_the_same_bytes_and_another_seed_does_not()
    {
        var first = Saved(NGramSoftmaxTrainer.Train(SomeMails.Rows(120, 1), SomeMails.Options));
        Saved(NGramSoftmaxTrainer.Train(SomeMails.Rows(120, 1), SomeMails.Options)).ShouldBe(first);
        Saved(NGramSoftmaxTrainer.Train(SomeMails.Rows(120, 1), SomeMails.Options with { Seed = 5 })).ShouldNotBe(first);
    }

    [Theory]
    [InlineData(TextHead.Softmax)]
    [InlineData(TextHead.Sigmoid)]
    public void A_saved_model_predicts_the_same_to_the_bit_after_loading(TextHead head)
    {
        var model = NGramSoftmaxTrainer.Train(SomeMails.Rows(150, 3), SomeMails.Options with { Head = head });
        var loaded = NGramModel.Load(new MemoryStream(Saved(model)));
        loaded.Labels.ShouldBe(model.Labels);
        loaded.Head.ShouldBe(head);
        loaded.Info.DataHash.ShouldBe(model.Info.DataHash);
        loaded.Info.Figures.ShouldBe(model.Info.Figures);
        foreach (var row in SomeMails.Rows(50, 4))
            loaded.Predict(row.Text).Probabilities.ShouldBe(model.Predict(row.Text).Probabilities);
        Saved(loaded).ShouldBe(Saved(model));
    }

    [Fact]
    public void The_sigmoid_head_finds_two_labels_in_one_text_and_none_in_a_foreign_one()
    {
        var rows = SomeMails.Rows(300, 5);
        var mixed = rows.Zip(SomeMails.Rows(300, 6), (a, b) => new LabelledText($"{a.Text}. {b.Text}", [.. a.Labels.Union(b.Labels)]));
        var none = Enumerable.Range(0, 100).Select(i => new LabelledText($"thank you, best regards from desk {i}", []));
        var model = NGramSoftmaxTrainer.Train([.. rows, .. mixed, .. none], SomeMails.Options with { Head = TextHead.Sigmoid });
        var both = model.Predict("we will pay 77 on Friday. please send a copy of 812 from Monday");
        both["promise"].ShouldBeGreaterThan(0.5f);
        both["document"].ShouldBeGreaterThan(0.5f);
        both["dispute"].ShouldBeLessThan(0.5f);
        model.Predict("thank you, best regards").Probabilities.ShouldAllBe(p => p < 0.5f);
    }

    [Theory]
    [InlineData("ZAHLUNG ÜBERFÄLLIG", "zahlung überfällig")]
    [InlineData("Zahlung überfällig", "zahlung uberfallig")]
    [InlineData("ﬁnal notice", "final notice")]
    [InlineData("pay\u200Bment", "payment")]
    [InlineData("due  12.05.2026\r\n", "due 31.11.1999")]
    public void Case_accents_ligatures_invisible_characters_and_digits_do_not_matter(string one, string other)
    {
        var model = NGramSoftmaxTrainer.Train(SomeMails.Rows(60, 1), SomeMails.Options);
        model.Predict(one).Probabilities.ShouldBe(model.Predict(other).Probabilities);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\uD800 lone \uDC00 surrogates \uFFFF")]
    [InlineData("\uFDFA\uFDFA\uFDFA")]
    public void Odd_input_gets_a_finite_answer(string text)
    {
        var model = NGramSoftmaxTrainer.Train(SomeMails.Rows(60, 1), SomeMails.Options);
        model.Predict(text).Probabilities.ShouldAllBe(p => p >= 0 && p <= 1);
        model.Predict(string.Concat(Enumerable.Repeat(text, 5000))).Probabilities.ShouldAllBe(p => p >= 0 && p <= 1);
    }

    [Fact]
    public void Wording_the_model_never_met_has_low_coverage()
    {
        var model = NGramSoftmaxTrainer.Train(SomeMails.Rows(200, 1), SomeMails.Options with { Features = new TextFeatureOptions { BucketBits = 18 } });
        model.Predict("we will pay 100 on Friday").Coverage.ShouldBeGreaterThan(0.9f);
        model.Predict("zygomorphic quokkas juggle xylophones").Coverage.ShouldBeLessThan(0.4f);
    }

    [Fact]
    public void Many_threads_get_the_answers_of_one()
    {
        var model = NGramSoftmaxTrainer.Train(SomeMails.Rows(100, 1), SomeMails.Options);
        var texts = SomeMails.Rows(400, 8).ConvertAll(row => row.Text);
        var alone = texts.ConvertAll(text => model.Predict(text).Probabilities[0]);
        texts.AsParallel().AsOrdered().Select(text => model.Predict(text).Probabilities[0]).ToArray().ShouldBe(alone);
    }

    [Fact]
    public void A_model_of_twenty_labels_and_65536_full_buckets_stays_below_three_megabytes()
    {
        var random = new Random(4);
        var rows = Enumerable.Range(0, 400).Select(i => new LabelledText(
            new string([.. Enumerable.Range(0, 600).Select(_ => random.Next(6) == 0 ? ' ' : (char)('a' + random.Next(26)))]), $"label{i % 20:00}")).ToList();
        var model = NGramSoftmaxTrainer.Train(rows, new TextTrainingOptions { Epochs = 1, Features = new TextFeatureOptions { BucketBits = 16 } });
        Saved(model).Length.ShouldBeInRange(1_000_000, 3_000_000);
    }

    [Fact]
    public void Predicting_into_a_span_allocates_nothing_for_plain_text()
    {
        var model = NGramSoftmaxTrainer.Train(SomeMails.Rows(60, 1), SomeMails.Options);
        var into = new float[model.Labels.Count];
        model.Predict("we will pay on Friday", into);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) model.Predict("we will pay on Friday", into);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Rows_that_do_not_fit_the_options_are_refused_by_number()
    {
        Should.Throw<ArgumentException>(() => NGramSoftmaxTrainer.Train([], SomeMails.Options)).Message.ShouldContain("no rows");
        Should.Throw<ArgumentException>(() => NGramSoftmaxTrainer.Train([new("a", "x"), new("b", [])], SomeMails.Options)).Message.ShouldContain("row 1 has 0 labels");
        Should.Throw<ArgumentException>(() => NGramSoftmaxTrainer.Train([new("a", "x"), new("b", "y")], SomeMails.Options with { Labels = ["x", "z"] })).Message.ShouldContain("\"y\"");
        Should.Throw<ArgumentException>(() => NGramSoftmaxTrainer.Train([new("a", "x")], SomeMails.Options)).Message.ShouldContain("2 labels are needed");
    }

    private static byte[] Saved(NGramModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }
}
