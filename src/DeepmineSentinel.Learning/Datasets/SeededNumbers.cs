namespace DeepmineSentinel.Learning.Datasets;

/// <summary>
/// Random numbers that depend on nothing but a seed, a purpose and an index: number n is a hash of those and n (the
/// finaliser of SplitMix64, Steele, Lea and Flood 2014), so streams never disturb one another.
/// </summary>
public sealed class SeededNumbers
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private readonly ulong key;
    private ulong position;

    /// <summary>Opens a stream at its start.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="purpose">What the numbers are for.</param>
    /// <param name="index">Which of several streams of that purpose.</param>
    public SeededNumbers(long seed, string purpose, long index = 0)
    {
        ulong text = 0xCBF29CE484222325;
        foreach (char letter in purpose)
        {
            text = (text ^ letter) * 0x100000001B3;
        }

        key = Mix(Mix(Mix((ulong)seed) ^ text) + (ulong)index);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits() => Mix(key + (Step * ++position));

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform between two numbers.</summary>
    public double NextBetween(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>Uniform integer in [0, count).</summary>
    public int NextIndex(int count) => (int)(NextDouble() * count);

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double NextNormal()
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>Exponential with mean 1.</summary>
    public double NextExponential() => -Math.Log(1 - NextDouble());

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
