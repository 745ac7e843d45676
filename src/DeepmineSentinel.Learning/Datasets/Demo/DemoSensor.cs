using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>One sensor with its faults: it may drift, stick, spike and drop out, whatever the stope does.</summary>
internal sealed class DemoSensor
{
    private const int None = int.MaxValue;
    private static readonly int[] Decimals = [2, 3, 2, 1, 1];
    private readonly DemoMineParameters parameters;
    private readonly SeededNumbers numbers;
    private readonly int channel;
    private readonly int driftFrom;
    private readonly double driftPerDay;
    private readonly (int From, int Until) stuck;
    private readonly (int From, int Until) silent;
    private double? last;

    public DemoSensor(DemoMineOptions options, SeededNumbers numbers, int channel)
    {
        parameters = options.Parameters;
        this.numbers = numbers;
        this.channel = channel;
        double chance = Math.Min(1, parameters.FaultChance * options.Days / 120);
        driftFrom = Fault(chance, options.Days);
        driftPerDay = 0.004 * numbers.NextNormal();
        stuck = Span(Fault(chance, options.Days), 3, 10);
        silent = Span(Fault(chance, options.Days), 2, 8);
    }

    /// <summary>What is recorded; null: nothing.</summary>
    public double? Read(int day, double truth)
    {
        bool gap = numbers.NextDouble() < parameters.GapChance;
        bool spike = numbers.NextDouble() < parameters.SpikeChance;
        double height = numbers.NextBetween(5, 20);
        if (gap || (day >= silent.From && day < silent.Until))
        {
            return null;
        }

        if (last is { } value && day >= stuck.From && day < stuck.Until)
        {
            return value;
        }

        double seen = truth * (1 + (day > driftFrom ? driftPerDay * (day - driftFrom) : 0));
        last = Recorded(seen);
        return spike ? Recorded(seen * height) : last;
    }

    private double Recorded(double value) =>
        Math.Round(
            Math.Clamp(value, ReadingQuantities.All[channel].Minimum, ReadingQuantities.All[channel].Maximum),
            Decimals[channel]
        );

    private int Fault(double chance, int days) => numbers.NextDouble() < chance ? numbers.NextIndex(days) : None;

    private (int From, int Until) Span(int from, int shortest, int longest)
    {
        int length = shortest + numbers.NextIndex(longest - shortest + 1);
        return from == None ? (None, None) : (from, from + length);
    }
}
