using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Learning rates that change from step to step.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>The rate times gamma after every so many steps.</summary>
            public static LRScheduler StepLR(
                Optimizer optimizer,
                int step_size,
                double gamma = 0.1,
                int last_epoch = -1,
                bool verbose = false
            ) => new StepDecay(new(optimizer, last_epoch, verbose), step_size, gamma).Started();

            /// <summary>The rate down to eta_min along half a cosine in T_max steps, and up again.</summary>
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer,
                double T_max,
                double eta_min = 0,
                int last_epoch = -1,
                bool verbose = false
            ) => new CosineDecay(new(optimizer, last_epoch, verbose), T_max, eta_min).Started();

            /// <summary>
            /// The rate from max_lr / div_factor up to max_lr and down below where it began, the momentum (Adam: beta1) the
            /// other way; total_steps, or epochs and steps_per_epoch, say how many steps there are.
            /// </summary>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer,
                double max_lr,
                int total_steps = -1,
                int epochs = -1,
                int steps_per_epoch = -1,
                double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true,
                double base_momentum = 0.85,
                double max_momentum = 0.95,
                double div_factor = 25,
                double final_div_factor = 10000,
                bool three_phase = false,
                int last_epoch = -1,
                bool verbose = false
            ) =>
                OneCycleLR(
                    optimizer,
                    [max_lr],
                    total_steps,
                    epochs,
                    steps_per_epoch,
                    pct_start,
                    anneal_strategy,
                    cycle_momentum,
                    [base_momentum],
                    [max_momentum],
                    div_factor,
                    final_div_factor,
                    three_phase,
                    last_epoch,
                    verbose
                );

            /// <summary>As above, with rates and momenta for each group; one serves all groups.</summary>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer,
                IEnumerable<double> max_lr,
                int total_steps = -1,
                int epochs = -1,
                int steps_per_epoch = -1,
                double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null,
                IEnumerable<double>? max_momentum = null,
                double div_factor = 25,
                double final_div_factor = 10000,
                bool three_phase = false,
                int last_epoch = -1,
                bool verbose = false
            )
            {
                var options = new OneCycleOptions(max_lr, base_momentum ?? [0.85], max_momentum ?? [0.95])
                {
                    Steps = OneCycleOptions.StepsOf(total_steps, epochs, steps_per_epoch),
                    StartShare = pct_start,
                    Divisor = div_factor,
                    FinalDivisor = final_div_factor,
                    CyclesMomentum = cycle_momentum,
                    ThreePhases = three_phase,
                    IsLinear = anneal_strategy == impl.OneCycleLR.AnnealStrategy.Linear,
                };
                return new impl.OneCycleLR(new(optimizer, last_epoch, verbose), options.Checked()).Started();
            }

            /// <summary>
            /// The rate times factor when a metric has not improved for more than patience steps; give the metric to
            /// <see cref="LRScheduler.step(double, int?)"/>. Its counters cannot be saved.
            /// </summary>
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer,
                string mode = "min",
                double factor = 0.1,
                int patience = 10,
                double threshold = 1e-4,
                string threshold_mode = "rel",
                int cooldown = 0,
                IList<double>? min_lr = null,
                double eps = 1e-8,
                bool verbose = false
            )
            {
                var options = new PlateauOptions(mode, threshold_mode)
                {
                    Factor = factor,
                    Patience = patience,
                    Threshold = threshold,
                    Cooldown = cooldown,
                    Lowest = min_lr is { Count: > 0 } ? [.. min_lr] : [0.0],
                    Least = eps,
                };
                return new PlateauDecay(new(optimizer, -1, verbose), options.Checked());
            }
        }
    }
}
