using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Modules;

/// <summary>The rate times a factor after every so many steps.</summary>
internal sealed class StepDecay : LRScheduler
{
    private readonly int period;
    private readonly double factor;

    public StepDecay(SchedulerTarget target, int period, double factor)
        : base(target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        (this.period, this.factor) = (period, factor);
    }

    internal override double NextRate(int group)
    {
        var rate = Groups[group].LearningRate;
        return LastStep == 0 || LastStep % period != 0 ? rate : rate * factor;
    }

    internal override double RateNow(int group) => BaseRates[group] * Math.Pow(factor, LastStep / period);
}
