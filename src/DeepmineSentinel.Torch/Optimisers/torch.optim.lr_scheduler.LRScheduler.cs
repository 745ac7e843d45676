using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimiser's groups, step by step (an epoch or a batch, as the user takes it).</summary>
            public abstract class LRScheduler
            {
                private readonly bool verbose;
                private readonly double[] lastRates;

                private protected LRScheduler(SchedulerTarget target)
                {
                    ArgumentNullException.ThrowIfNull(target.Optimizer);
                    (LastStep, verbose) = (target.LastStep, target.Verbose);
                    Groups = target.Optimizer.Groups;
                    BaseRates = [.. Groups.Select(group => group.InitialLearningRate)];
                    lastRates = [.. Groups.Select(group => group.LearningRate)];
                }

                internal List<ParamGroup> Groups { get; }

                /// <summary>The groups' rates at the start.</summary>
                internal double[] BaseRates { get; }

                /// <summary>-1 before the first step, which the constructor's caller makes.</summary>
                internal int LastStep { get; private set; }

                /// <summary>Whether the first step after a resumption is being made.</summary>
                internal bool IsFirst { get; private set; } = true;

                /// <summary>Sets the rates of the next step.</summary>
                public virtual void step() => Move(null);

                /// <summary>Sets the rates of a step by their closed form; null: of the next step.</summary>
                public virtual void step(int? epoch) => Move(epoch);

                /// <summary>As <see cref="step(int?)"/>; most schedulers make nothing of the metric.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates of the groups set last.</summary>
                public IEnumerable<double> get_last_lr() => lastRates;

                /// <summary>The next rate of a group, from the rates before.</summary>
                internal abstract double NextRate(int group);

                /// <summary>The rate of a group at <see cref="LastStep"/>, whatever came before.</summary>
                internal virtual double RateNow(int group) => NextRate(group);

                internal LRScheduler Started()
                {
                    Move(null);
                    return this;
                }

                internal void Count(int? epoch) => LastStep = epoch ?? LastStep + 1;

                internal void Set(int group, double rate)
                {
                    if (verbose && lastRates[group] != rate)
                    {
                        Console.WriteLine(FormattableString.Invariant($"Learning rate of group {group}: {rate:g4}"));
                    }

                    Groups[group].LearningRate = rate;
                    lastRates[group] = rate;
                }

                private void Move(int? epoch)
                {
                    Count(epoch);
                    for (var group = 0; group < Groups.Count; group++)
                    {
                        Set(group, epoch is null ? NextRate(group) : RateNow(group));
                    }

                    IsFirst = false;
                }
            }
        }
    }
}
