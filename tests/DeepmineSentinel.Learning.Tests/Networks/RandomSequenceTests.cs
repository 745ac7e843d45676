using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Tests.Networks;

public sealed class RandomSequenceTests
{
    [Fact]
    public void Bits_are_those_of_SplitMix64_as_published()
    {
        // From the reference implementation by Vigna with seed 1234567.
        RandomSequence sequence = RandomSequence.FromKey(1234567);
        ulong[] drawn = [.. Enumerable.Range(0, 5).Select(_ => sequence.NextBits())];
        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            drawn
        );
    }

    [Fact]
    public void Named_sequences_are_pinned()
    {
        ulong first = RandomSequence.Open("shuffle", 42, 0, 3).NextBits();
        Assert.Equal(first, RandomSequence.Open("shuffle", 42, 0, 3).NextBits());
        Assert.Equal(Pinned, first);
    }

    private const ulong Pinned = 3392315228882321830;

    [Fact]
    public void Purpose_seed_and_every_index_give_other_numbers()
    {
        ulong[] first =
        [
            RandomSequence.Open("shuffle", 42, 0, 3).NextBits(),
            RandomSequence.Open("dropout", 42, 0, 3).NextBits(),
            RandomSequence.Open("shuffle", 43, 0, 3).NextBits(),
            RandomSequence.Open("shuffle", 42, 1, 3).NextBits(),
            RandomSequence.Open("shuffle", 42, 0, 4).NextBits(),
            RandomSequence.Open("shuffle", 42, 3, 0).NextBits(),
            RandomSequence.Open("shuffle", 42, 0, 3, 0).NextBits(),
        ];
        Assert.Equal(first.Length, first.Distinct().Count());
    }

    [Fact]
    public void Uniform_numbers_have_the_mean_and_variance_of_their_range()
    {
        float[] values = new float[100_000];
        RandomSequence.Open("test", 1).FillUniform(values, 2f);
        Assert.All(values, value => Assert.InRange(value, -2f, 2f));
        Assert.Equal(0, values.Average(), 0.02);
        Assert.Equal(4.0 / 3, values.Select(value => (double)value * value).Average(), 0.02);
    }

    [Fact]
    public void Dropout_keeps_the_mean_and_drops_the_share_asked_for()
    {
        float[] mask = new float[100_001];
        RandomSequence.Open("dropout", 1).FillDropout(mask, 0.3);
        Assert.Equal(0.3, mask.Count(value => value == 0) / (double)mask.Length, 0.01);
        Assert.Equal(1, mask.Average(), 0.01);
    }

    [Fact]
    public void A_shuffle_keeps_every_value_and_reaches_every_place_alike()
    {
        int[] counts = new int[5];
        for (int i = 0; i < 5_000; i++)
        {
            int[] order = [0, 1, 2, 3, 4];
            RandomSequence.Open("shuffle", i).Shuffle(order);
            Assert.Equal([0, 1, 2, 3, 4], order.Order());
            counts[Array.IndexOf(order, 0)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 900, 1_100));
    }
}
