using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace DeepmineSentinel.Torch.Tests.Optimisers;

/// <summary>Learning rates and momenta step by step. Numbers: PyTorch 1.13.1, which has no others on any machine.</summary>
public sealed class SchedulerTests
{
    [Fact]
    public void StepLR_gives_PyTorchs_rates() =>
        Check([0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025], Rates(Adam(), o => StepLR(o, 3, 0.5), 7));

    [Fact]
    public void CosineAnnealingLR_gives_PyTorchs_rates_past_its_end() =>
        Check(
            [0.1, 0.0868198052, 0.055, 0.0231801948, 0.01, 0.0231801948, 0.055, 0.0868198052, 0.1, 0.0868198052, 0.055],
            Rates(Adam(), o => CosineAnnealingLR(o, 4, 0.01), 10)
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OneCycleLR_gives_PyTorchs_rates_and_momenta(bool cycles)
    {
        double[] rates =
        [
            0.016,
            0.208,
            0.4,
            0.380193853,
            0.324698262,
            0.244504809,
            0.155496791,
            0.0753033384,
            0.0198077472,
            1.6e-06,
            0.0198077472,
        ];
        double[] momenta =
        [
            0.95,
            0.9,
            0.85,
            0.854951557,
            0.86882551,
            0.888873953,
            0.911126047,
            0.93117449,
            0.945048443,
            0.95,
            0.945048443,
        ];
        var optimiser = Adam();
        var found = new List<double>();
        Check(
            rates,
            Rates(
                optimiser,
                o => OneCycleLR(o, 0.4, total_steps: 10, cycle_momentum: cycles),
                10,
                () => found.Add(((Adam.Options)optimiser.state_dict().Options[0]).beta1!.Value)
            )
        );
        Check(cycles ? momenta : [.. Enumerable.Repeat(0.9, 11)], found);
    }

    [Fact]
    public void OneCycleLR_of_three_phases_gives_PyTorchs_rates_of_every_group()
    {
        var optimiser = optim.SGD(
            (SGD.ParamGroup[])
                [new([Parameter()], new() { LearningRate = 0.1 }), new([Parameter()], new() { LearningRate = 0.2 })],
            0.1,
            momentum: 0.9
        );
        var (second, momenta) = (new List<double>(), new List<double>());
        var first = Rates(
            optimiser,
            o =>
                OneCycleLR(
                    o,
                    [0.4, 0.8],
                    epochs: 4,
                    steps_per_epoch: 5,
                    pct_start: 0.25,
                    anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear,
                    base_momentum: [0.8, 0.7],
                    max_momentum: [0.9, 0.95],
                    three_phase: true
                ),
            20,
            () =>
            {
                second.Add(optimiser.ParamGroups.Last().LearningRate);
                momenta.Add(((SGD.Options)optimiser.state_dict().Options[0]).momentum!.Value);
            }
        );
        Check([0.016, 0.112, 0.208, 0.304, 0.4, 0.304, 0.208, 0.112, 0.016, 0.0145456, 0.0130912], first[..11]);
        Check([0.032, 0.224, 0.416, 0.608, 0.8, 0.608, 0.416, 0.224, 0.032, 0.0290912, 0.0261824], second[..11]);
        Check([0.9, 0.875, 0.85, 0.825, 0.8, 0.825, 0.85, 0.875, 0.9, 0.9, 0.9], momenta[..11]);
        Check([0.001456, 1.6e-06, -0.0014528], first[18..]);
    }

    [Fact]
    public void ReduceLROnPlateau_gives_PyTorchs_rates()
    {
        var metrics = new Queue<double>([1.0, 0.9, 0.95, 0.91, 0.9, double.NaN, 0.9, 0.9, 0.5, 0.6, 0.6]);
        var rates = Rates(
            Adam(),
            o => ReduceLROnPlateau(o, factor: 0.5, patience: 1, cooldown: 1),
            11,
            move: s => s.step(metrics.Dequeue())
        );
        Check([0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025, 0.025, 0.025, 0.0125], rates);
    }

    [Fact]
    public void ReduceLROnPlateau_of_a_metric_to_be_large_stops_at_the_lowest_rate()
    {
        var metrics = new Queue<double>([1.0, 1.05, 1.2, 1.1, 1.0, 1.0]);
        var rates = Rates(
            Adam(),
            o => ReduceLROnPlateau(o, "max", 0.1, 0, 0.1, "abs", min_lr: [0.005]),
            6,
            move: s => s.step(metrics.Dequeue())
        );
        Check([0.1, 0.1, 0.01, 0.01, 0.005, 0.005, 0.005], rates);
    }

    [Fact]
    public void A_closed_form_step_gives_the_rate_of_that_step()
    {
        var optimiser = Adam();
        var scheduler = CosineAnnealingLR(optimiser, 4, 0.01);
        scheduler.step(3);
        Check([0.0231801948], [.. scheduler.get_last_lr()]);
        Assert.Equal(optimiser.ParamGroups.Single().LearningRate, scheduler.get_last_lr().Single());
    }

    [Fact]
    public void What_cannot_be_scheduled_is_refused()
    {
        var optimiser = Adam();
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimiser, 0.1));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimiser, 0.1, epochs: 3));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimiser, 0.1, total_steps: 5, pct_start: 1.5));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimiser, [0.1, 0.2], total_steps: 5));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimiser, "least"));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimiser, factor: 1));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimiser, min_lr: [0.1, 0.2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StepLR(optimiser, 0));
        Assert.Throws<InvalidOperationException>(() => ReduceLROnPlateau(optimiser).step());
        var cycle = OneCycleLR(optimiser, 0.1, total_steps: 1, pct_start: 0);
        cycle.step();
        Assert.Throws<InvalidOperationException>(() => cycle.step());
    }

    private static Parameter Parameter() => new(zeros(1));

    private static Adam Adam() => optim.Adam([Parameter()], lr: 0.1);

    /// <summary>The first group's rate before and after every step.</summary>
    private static List<double> Rates(
        Optimizer optimiser,
        Func<Optimizer, LRScheduler> make,
        int steps,
        Action? look = null,
        Action<LRScheduler>? move = null
    )
    {
        var scheduler = make(optimiser);
        var rates = new List<double>();
        for (var i = 0; i <= steps; i++)
        {
            rates.Add(optimiser.ParamGroups.First().LearningRate);
            look?.Invoke();
            if (i < steps)
            {
                (move ?? (s => s.step()))(scheduler);
            }
        }

        return rates;
    }

    private static void Check(double[] expected, List<double> found)
    {
        Assert.Equal(expected.Length, found.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], 1e-9);
        }
    }
}
