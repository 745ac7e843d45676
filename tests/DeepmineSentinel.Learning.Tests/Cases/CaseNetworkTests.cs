using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Baselines.Cases;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Features.Cases;
using DeepmineSentinel.Learning.Metrics;
using DeepmineSentinel.Learning.Networks.Cases;
using DeepmineSentinel.Learning.Training.Cases;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Tests.Cases;

public sealed class CaseNetworkTests
{
    private static readonly CaseModelOptions Quick = new()
    {
        Decays = [0.01],
        SelectionMembers = 1,
        Members = 2,
        Training = new CaseTrainingOptions { Steps = 40 },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Not of trained weights but of any: 200 random networks, each asked along random lines.</summary>
    [Theory]
    [InlineData(2, 2)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    public void Whatever_the_weights_are_risk_only_rises_with_the_rising_inputs(int inputs, int rising)
    {
        SeededNumbers numbers = new(7, "monotone", inputs);
        for (int trial = 0; trial < 200; trial++)
        {
            using CaseNetwork network = new(new CaseNetworkOptions(inputs, rising, 12, IsMonotone: true), trial);
            Scatter(network, numbers);
            double[] row = [.. Enumerable.Range(0, inputs).Select(_ => 3 * numbers.NextNormal())];
            int moved = numbers.NextIndex(rising);
            double[][] line = [.. Enumerable.Range(0, 20).Select(step => Moved(row, moved, 0.3 * step))];
            double[][] said =
            [
                .. CaseProbabilities.LogOdds(network, line).Select(o => CaseProbabilities.Of(o[0], o[1])),
            ];
            for (int step = 1; step < said.Length; step++)
            {
                Assert.True(said[step][2] >= said[step - 1][2] - 1e-6, $"P(failure) fell in trial {trial}.");
                Assert.True(said[step][0] <= said[step - 1][0] + 1e-6, $"P(stable) rose in trial {trial}.");
            }
        }
    }

    [Fact]
    public void A_free_network_is_not_monotone_so_the_test_above_can_fail()
    {
        SeededNumbers numbers = new(7, "free");
        bool fell = false;
        for (int trial = 0; trial < 50 && !fell; trial++)
        {
            using CaseNetwork network = new(new CaseNetworkOptions(2, 2, 12, IsMonotone: false), trial);
            Scatter(network, numbers);
            double[][] odds = CaseProbabilities.LogOdds(
                network,
                [
                    [-1, 0],
                    [1, 0],
                ]
            );
            fell = CaseProbabilities.Of(odds[1][0], odds[1][1])[2] < CaseProbabilities.Of(odds[0][0], odds[0][1])[2];
        }

        Assert.True(fell);
    }

    [Fact]
    public void The_products_ensemble_stays_monotone_through_scaling_temperature_and_mean()
    {
        CaseHistory[] cases = MadeCases.Draw(150);
        CaseNetworkModel network = new("network", CaseFeatures.Factors, isMonotone: true, Quick);
        CaseMixture ensemble = new("both", [network, new CaseLogit(CaseFeatures.Factors, 0.01, isMonotone: true)]);
        ensemble.Fit(cases, Token);
        foreach (CaseHistory start in cases.Take(20))
        {
            CaseHistory[] larger =
            [
                .. Enumerable
                    .Range(0, 15)
                    .Select(step =>
                        start with
                        {
                            HydraulicRadiusMetres = start.HydraulicRadiusMetres * Math.Pow(1.3, step),
                        }
                    ),
            ];
            AssertRising([.. ensemble.Probabilities(larger)]);
            CaseHistory[] weaker =
            [
                .. Enumerable.Range(0, 15).Select(step => start with { QPrime = start.QPrime * Math.Pow(0.7, step) }),
            ];
            AssertRising([.. ensemble.Probabilities(weaker)]);
        }

        network.Dispose();
    }

    [Fact]
    public void Gradients_of_the_loss_agree_with_finite_differences()
    {
        CaseNetworkOptions shape = new(3, 2, 4, IsMonotone: true);
        using CaseNetwork network = new(shape, 3);
        double[][] rows =
        [
            [0.3, -0.8, 1.1],
            [-1.2, 0.4, 0.2],
            [0.9, 0.7, -0.5],
        ];
        using DisposeScope scope = NewDisposeScope();
        using Tensor inputs = tensor(rows.SelectMany(r => r).Select(v => (float)v).ToArray(), dtype: ScalarType.Float32)
            .reshape(3, 3);
        Tensor Loss() => network.call(inputs).tanh().sum() + network.SquaredWeights().mul(0.1);
        (string Name, Parameter Value)[] parameters = [.. network.named_parameters()];
        IList<Tensor> gradients = autograd.grad([Loss()], [.. parameters.Select(pair => (Tensor)pair.Value)]);
        for (int i = 0; i < parameters.Length; i++)
        {
            float first = gradients[i].contiguous().data<float>().ToArray()[0];
            Assert.Equal(Difference(parameters[i].Value, Loss), first, 2e-2);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_answers_to_the_bit_and_another_one_gives_others()
    {
        CaseHistory[] cases = MadeCases.Draw(90);
        double[] Answer(long seed)
        {
            using CaseNetworkModel model = new(
                "network",
                CaseFeatures.All,
                isMonotone: false,
                Quick with
                {
                    Training = Quick.Training with { Seed = seed },
                }
            );
            model.Fit(cases, Token);
            return [.. model.Probabilities(cases).SelectMany(p => p)];
        }

        Assert.Equal(Answer(1), Answer(1));
        Assert.NotEqual(Answer(1), Answer(2));
    }

    [Fact]
    public void A_network_learns_cases_that_a_graph_line_tells_apart()
    {
        CaseHistory[] cases = MadeCases.Draw(240);
        using CaseNetworkModel model = new(
            "network",
            CaseFeatures.Factors,
            isMonotone: true,
            Quick with
            {
                Training = Quick.Training with { Steps = 300 },
            }
        );
        model.Fit(cases[..160], Token);
        int[] labels = [.. cases[160..].Select(c => (int)c.State)];
        double[][] said = model.Probabilities(cases[160..]);
        PublishedIsoprobability truth = new();
        double best = ClassScores.LogLoss(truth.Probabilities(cases[160..]), labels);
        Assert.InRange(ClassScores.LogLoss(said, labels), best - 0.1, best + 0.15);
    }

    private static void AssertRising(double[][] said)
    {
        for (int step = 1; step < said.Length; step++)
        {
            Assert.True(
                said[step][2] >= said[step - 1][2] - 1e-6,
                "P(failure) fell although the surface became worse."
            );
            Assert.True(said[step][0] <= said[step - 1][0] + 1e-6, "P(stable) rose although the surface became worse.");
        }
    }

    private static double[] Moved(double[] row, int input, double by)
    {
        double[] moved = [.. row];
        moved[input] += by;
        return moved;
    }

    private static void Scatter(CaseNetwork network, SeededNumbers numbers)
    {
        using IDisposable untracked = no_grad();
        using DisposeScope scope = NewDisposeScope();
        foreach (Parameter parameter in network.parameters())
        {
            float[] values = [.. Enumerable.Range(0, (int)parameter.numel()).Select(_ => (float)numbers.NextNormal())];
            parameter.copy_(tensor(values, dtype: ScalarType.Float32).reshape(parameter.shape));
        }
    }

    private static double Difference(Parameter parameter, Func<Tensor> loss)
    {
        const float step = 1e-2f;
        using IDisposable untracked = no_grad();
        float[] values = parameter.detach().contiguous().data<float>().ToArray();
        double At(float by)
        {
            float[] moved = [.. values];
            moved[0] += by;
            parameter.copy_(tensor(moved, dtype: ScalarType.Float32).reshape(parameter.shape));
            return loss().item<float>();
        }

        double difference = (At(step) - At(-step)) / (2 * step);
        At(0);
        return difference;
    }
}
