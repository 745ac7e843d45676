namespace DeepmineSentinel.Learning.Networks;

/// <summary>
/// Random numbers without state elsewhere: value number i of a stream depends on the stream's name and indices alone
/// (SplitMix64 over a hashed key). A run resumes from any batch and trials run side by side without touching each other.
/// </summary>
public sealed class RandomSequence
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state;

    private RandomSequence(ulong key) => state = key;

    /// <summary>Opens a stream.</summary>
    /// <param name="purpose">Name of what it serves, for example <c>shuffle</c>.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="indices">Member, epoch, batch: whatever tells this stream from its sisters.</param>
    public static RandomSequence Open(string purpose, long seed, params ReadOnlySpan<long> indices)
    {
        ulong key = Mix(HashOf(purpose) ^ Mix((ulong)seed + Step));
        foreach (long index in indices)
        {
            key = Mix((key + Step) ^ Mix((ulong)index + Step));
        }

        return new RandomSequence(key);
    }

    internal static RandomSequence FromKey(ulong key) => new(key);

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        state += Step;
        return Mix(state);
    }

    /// <summary>A number in [0, 1) with 24 random bits.</summary>
    public float NextFloat() => (NextBits() >> 40) * (1f / (1 << 24));

    /// <summary>A whole number in [0, bound); the bias is below bound / 2^64.</summary>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)Math.BigMul(NextBits(), (ulong)bound, out _);
    }

    /// <summary>Fills with numbers spread evenly over [-limit, limit).</summary>
    public void FillUniform(Span<float> values, float limit)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (2 * NextFloat() - 1) * limit;
        }
    }

    /// <summary>Fills with 1 / (1 - p) where a unit stays and 0 where it is dropped.</summary>
    /// <param name="mask">Filled.</param>
    /// <param name="probability">Share dropped, [0, 1).</param>
    public void FillDropout(Span<float> mask, double probability)
    {
        uint threshold = (uint)(probability * 4294967296.0);
        float kept = (float)(1 / (1 - probability));
        for (int i = 0; i < mask.Length; i += 2)
        {
            ulong bits = NextBits();
            mask[i] = (uint)bits >= threshold ? kept : 0;
            if (i + 1 < mask.Length)
            {
                mask[i + 1] = (uint)(bits >> 32) >= threshold ? kept : 0;
            }
        }
    }

    /// <summary>Puts the values into random order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int other = NextBelow(i + 1);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }

    // FNV-1a over UTF-16 code units: string.GetHashCode differs from process to process.
    private static ulong HashOf(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return hash;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
