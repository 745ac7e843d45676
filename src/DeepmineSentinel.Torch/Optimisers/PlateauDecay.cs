using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Modules;

/// <summary>The rate times a factor when a metric stops getting better. A metric that is NaN is not better.</summary>
internal sealed class PlateauDecay : LRScheduler
{
    private readonly PlateauOptions options;
    private double best;
    private int bad;
    private int resting;

    public PlateauDecay(SchedulerTarget target, PlateauOptions options)
        : base(target)
    {
        if (options.Lowest.Length != 1 && options.Lowest.Length != Groups.Count)
        {
            throw new ArgumentException($"{options.Lowest.Length} lowest rates for {Groups.Count} groups.");
        }

        (this.options, best) = (options, options.Worst);
    }

    /// <inheritdoc/>
    public override void step() => step(null);

    /// <inheritdoc/>
    public override void step(int? epoch) =>
        throw new InvalidOperationException("ReduceLROnPlateau needs the metric: step(double, int?).");

    /// <inheritdoc/>
    public override void step(double current, int? epoch = null)
    {
        Count(epoch);
        var better = options.IsBetter(current, best);
        best = better ? current : best;
        bad = better ? 0 : bad + 1;
        if (resting > 0)
        {
            resting--;
            bad = 0;
        }

        if (bad > options.Patience)
        {
            Reduce();
            resting = options.Cooldown;
            bad = 0;
        }
    }

    internal override double NextRate(int group)
    {
        var lowest = options.Lowest[options.Lowest.Length == 1 ? 0 : group];
        return Math.Max(Groups[group].LearningRate * options.Factor, lowest);
    }

    private void Reduce()
    {
        for (var group = 0; group < Groups.Count; group++)
        {
            var rate = NextRate(group);
            if (Groups[group].LearningRate - rate > options.Least)
            {
                Set(group, rate);
            }
        }
    }
}
