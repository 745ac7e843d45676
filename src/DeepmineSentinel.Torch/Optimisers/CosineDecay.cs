using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Modules;

/// <summary>The rate along a cosine; each from the one before, so that changes from outside stay.</summary>
internal sealed class CosineDecay : LRScheduler
{
    private readonly double period;
    private readonly double lowest;

    public CosineDecay(SchedulerTarget target, double period, double lowest)
        : base(target)
    {
        (this.period, this.lowest) = (period, lowest);
    }

    internal override double NextRate(int group)
    {
        var rate = Groups[group].LearningRate;
        if (LastStep == 0)
        {
            return rate;
        }

        if (IsFirst)
        {
            return RateNow(group);
        }

        // At the bottom the factor below would be a division by zero.
        if ((LastStep - 1 - period) % (2 * period) == 0)
        {
            return rate + (BaseRates[group] - lowest) * (1 - Math.Cos(Math.PI / period)) / 2;
        }

        return (1 + Cosine(LastStep)) / (1 + Cosine(LastStep - 1)) * (rate - lowest) + lowest;
    }

    internal override double RateNow(int group) => lowest + (BaseRates[group] - lowest) * (1 + Cosine(LastStep)) / 2;

    private double Cosine(int step) => Math.Cos(Math.PI * step / period);
}
