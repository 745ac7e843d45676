using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The schedulers' own types.</summary>
            public static class impl
            {
                /// <summary>Up to a peak and down again.</summary>
                public sealed class OneCycleLR : LRScheduler
                {
                    private readonly OneCycleOptions options;
                    private readonly Phase[] phases;

                    internal OneCycleLR(SchedulerTarget target, OneCycleOptions options)
                        : base(target)
                    {
                        this.options = options;
                        phases = PhasesOf(options);
                        CheckCount(options.Peaks, nameof(options.Peaks));
                        CheckCount(options.LowestMomenta, nameof(options.LowestMomenta));
                        CheckCount(options.HighestMomenta, nameof(options.HighestMomenta));
                        for (var i = 0; target.LastStep == -1 && i < Groups.Count; i++)
                        {
                            Groups[i].InitialLearningRate = RateOf(Level.First, i);
                        }
                    }

                    private enum Level
                    {
                        First,
                        Peak,
                        Last,
                    }

                    /// <summary>The curve between two rates.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a cosine.</summary>
                        Cos = 0,

                        /// <summary>A line.</summary>
                        Linear = 1,
                    }

                    internal override double NextRate(int group)
                    {
                        if (LastStep > options.Steps)
                        {
                            throw new InvalidOperationException($"Step {LastStep} of a cycle of {options.Steps}.");
                        }

                        var index = 0;
                        while (index < phases.Length - 1 && LastStep > phases[index].End)
                        {
                            index++;
                        }

                        var phase = phases[index];
                        var start = index == 0 ? 0 : phases[index - 1].End;
                        var share = (LastStep - start) / (phase.End - start);
                        if (options.CyclesMomentum)
                        {
                            var (from, to) = (MomentumOf(phase.From, group), MomentumOf(phase.To, group));
                            SetMomentum(Groups[group].Settings, Between(from, to, share));
                        }

                        return Between(RateOf(phase.From, group), RateOf(phase.To, group), share);
                    }

                    private static Phase[] PhasesOf(OneCycleOptions options)
                    {
                        var rise = options.StartShare * options.Steps;
                        var up = new Phase(rise - 1, Level.First, Level.Peak);
                        return options.ThreePhases
                            ?
                            [
                                up,
                                new Phase(2 * rise - 2, Level.Peak, Level.First),
                                new Phase(options.Steps - 1, Level.First, Level.Last),
                            ]
                            : [up, new Phase(options.Steps - 1, Level.Peak, Level.Last)];
                    }

                    private static void SetMomentum(OptimizerOptions settings, double momentum)
                    {
                        switch (settings)
                        {
                            case Adam.Options adam:
                                adam.beta1 = momentum;
                                break;
                            case AdamW.Options adamW:
                                adamW.beta1 = momentum;
                                break;
                            case SGD.Options sgd:
                                sgd.momentum = momentum;
                                break;
                        }
                    }

                    private double Between(double from, double to, double share) =>
                        options.IsLinear
                            ? (to - from) * share + from
                            : to + (from - to) / 2 * (1 + Math.Cos(Math.PI * share));

                    private double RateOf(Level level, int group)
                    {
                        var first = OneCycleOptions.Of(options.Peaks, group) / options.Divisor;
                        return level switch
                        {
                            Level.First => first,
                            Level.Peak => OneCycleOptions.Of(options.Peaks, group),
                            _ => first / options.FinalDivisor,
                        };
                    }

                    /// <summary>Lowest where the rate is highest.</summary>
                    private double MomentumOf(Level level, int group) =>
                        OneCycleOptions.Of(level == Level.Peak ? options.LowestMomenta : options.HighestMomenta, group);

                    private void CheckCount(double[] values, string name)
                    {
                        if (values.Length != 1 && values.Length != Groups.Count)
                        {
                            throw new ArgumentException($"{values.Length} {name} for {Groups.Count} groups.");
                        }
                    }

                    /// <summary>Up to and with which step, from which level to which.</summary>
                    private readonly record struct Phase(double End, Level From, Level To);
                }
            }
        }
    }
}
