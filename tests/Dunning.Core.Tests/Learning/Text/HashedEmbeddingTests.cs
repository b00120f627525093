using Dunning.Learning.Text;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Learning.Text;

public sealed class HashedEmbeddingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("we will pay invoice 4711 on Friday")]
    [InlineData("Übërwéisung \uD83D\uDE00 \uD800")]
    public void An_embedding_has_384_dimensions_and_length_one(string text)
    {
        var vector = HashedEmbedding.Embed(text);
        vector.Length.ShouldBe(HashedEmbedding.Dimensions);
        Math.Sqrt(vector.Sum(x => (double)x * x)).ShouldBe(1, 1e-5);
        HashedEmbedding.Embed(text).ShouldBe(vector);
    }

    [Fact]
    public void Shared_wording_is_nearer_than_other_wording_and_numbers_count()
    {
        var question = HashedEmbedding.Embed("when will you pay invoice 4711?");
        Cosine(question, "we will pay invoice 4711 on Friday").ShouldBeGreaterThan(Cosine(question, "the delivery arrived damaged"));
        Cosine(question, "invoice 4711").ShouldBeGreaterThan(Cosine(question, "invoice 9023"));
        Math.Abs(Cosine(question, "")).ShouldBeLessThan(0.2);
    }

    [Fact]
    public void The_projection_keeps_the_cosine_of_the_n_grams_within_the_expected_error()
    {
        // Texts from two alphabets share no n-gram, so their cosine is 0; the projection's standard error is about 1/sqrt(384).
        var random = new Random(3);
        string Word(char first) => string.Concat(Enumerable.Range(0, 40).Select(_ => random.Next(6) == 0 ? ' ' : (char)(first + random.Next(13))));
        var cosines = Enumerable.Range(0, 300).Select(_ => Cosine(HashedEmbedding.Embed(Word('a')), Word('n'))).ToArray();
        Math.Sqrt(cosines.Average(c => c * c)).ShouldBeInRange(0.02, 0.09);
        cosines.Average().ShouldBe(0, 0.02);
    }

    [Fact]
    public void The_first_version_never_changes()
    {
        // Vectors are stored: another value here means that ModelId must change too.
        var vector = HashedEmbedding.Embed("promise to pay");
        var signs = string.Concat(vector.Take(48).Select(x => x > 0 ? '+' : x < 0 ? '-' : '0'));
        signs.ShouldBe("-++--+0+0+00--+-000+-----+-++0-0+--0-0-+0+00-000");
    }

    private static double Cosine(float[] a, string b) => a.Zip(HashedEmbedding.Embed(b), (x, y) => (double)x * y).Sum();
}
