using Dunning.Learning.Storage;
using Dunning.Learning.Text;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Learning.Text;

public sealed class ModelFileTests
{
    private static readonly byte[] Good = Saved();

    [Fact]
    public void Every_single_flipped_byte_is_noticed()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 300; trial++)
        {
            var bad = (byte[])Good.Clone();
            bad[random.Next(bad.Length)] ^= (byte)(1 << random.Next(8));
            Should.Throw<ModelFileException>(() => NGramModel.Load(new MemoryStream(bad)));
        }
    }

    [Theory]
    [InlineData(0, "not a model file")]
    [InlineData(4, "wrong kind")]
    [InlineData(8, "unsupported format version")]
    [InlineData(60, "checksum mismatch")]
    public void The_message_says_what_is_wrong(int position, string expected)
    {
        var bad = (byte[])Good.Clone();
        bad[position] ^= 1;
        Should.Throw<ModelFileException>(() => NGramModel.Load(new MemoryStream(bad))).Message.ShouldContain(expected);
    }

    [Fact]
    public void A_truncated_file_is_refused_at_every_length()
    {
        for (var length = 0; length < Good.Length; length += 97)
            Should.Throw<ModelFileException>(() => NGramModel.Load(new MemoryStream(Good, 0, length))).Message.ShouldContain("truncated");
    }

    private static byte[] Saved()
    {
        using var stream = new MemoryStream();
        NGramSoftmaxTrainer.Train(SomeMails.Rows(60, 1), SomeMails.Options).Save(stream);
        return stream.ToArray();
    }
}
