using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Tests.Baselines;

public sealed class OrdinalLogitTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_fit_is_stationary_by_finite_differences_of_the_loss(int classes)
    {
        OrdinalLogitProblem problem = Problem(classes, 1, 200, penalty: 0.7);
        double[] fitted = [.. OrdinalLogit.Fit(problem).Parameters];
        for (int j = 0; j < fitted.Length; j++)
        {
            double slope = (Loss(problem, fitted, j, 1e-4) - Loss(problem, fitted, j, -1e-4)) / 2e-4;
            Assert.Equal(0, slope, 1e-5);
            Assert.True(Loss(problem, fitted, j, 0.05) > Loss(problem, fitted, j, 0));
            Assert.True(Loss(problem, fitted, j, -0.05) > Loss(problem, fitted, j, 0));
        }
    }

    [Fact]
    public void Derivatives_agree_with_finite_differences_of_an_independent_loss()
    {
        OrdinalLogitProblem problem = Problem(3, 2, 60, penalty: 0.3);
        double[] at = [-0.6, 0.9, 0.4, -0.8];
        OrdinalLogitLoss loss = problem.At(at);
        Assert.Equal(Loss(problem, at, 0, 0), loss.Value, 1e-4);
        for (int j = 0; j < at.Length; j++)
        {
            double slope = (Loss(problem, at, j, 1e-5) - Loss(problem, at, j, -1e-5)) / 2e-5;
            Assert.Equal(slope, loss.Gradient[j], 1e-4);
            for (int k = 0; k < at.Length; k++)
            {
                double[] up = [.. at];
                double[] down = [.. at];
                up[k] += 1e-5;
                down[k] -= 1e-5;
                double curve = (problem.At(up).Gradient[j] - problem.At(down).Gradient[j]) / 2e-5;
                Assert.Equal(curve, loss.Hessian[j, k], 1e-4);
            }
        }
    }

    [Fact]
    public void Without_penalty_the_law_that_drew_the_labels_is_found_again()
    {
        OrdinalLogitProblem problem = Problem(3, 3, 20_000, penalty: 1e-9);
        IReadOnlyList<double> fitted = OrdinalLogit.Fit(problem).Parameters;
        Assert.Equal(-1, fitted[0], 0.1);
        Assert.Equal(1, fitted[1], 0.1);
        Assert.Equal(1.5, fitted[2], 0.1);
        Assert.Equal(-0.5, fitted[3], 0.1);
    }

    [Fact]
    public void Rows_that_separate_the_classes_give_finite_coefficients()
    {
        double[][] rows = [.. Enumerable.Range(0, 20).Select(i => new[] { i < 10 ? -1.0 : 1 })];
        int[] labels = [.. Enumerable.Range(0, 20).Select(i => i < 10 ? 0 : 1)];
        double[] ones = [.. labels.Select(_ => 1.0)];
        OrdinalLogit logit = OrdinalLogit.Fit(new(rows, labels, ones, 2, 1));
        Assert.InRange(logit.Probabilities([1.0])[1], 0.8, 0.999);
    }

    [Fact]
    public void A_class_without_rows_gets_next_to_no_probability_and_nothing_breaks()
    {
        OrdinalLogitProblem two = Problem(2, 4, 100, penalty: 1);
        OrdinalLogit logit = OrdinalLogit.Fit(two with { Classes = 3 });
        double[] probabilities = logit.Probabilities([0.2, 0.1]);
        Assert.Equal(1, probabilities.Sum(), 9);
        Assert.InRange(probabilities[2], 0, 0.02);
    }

    // Written anew from the definition of proportional odds, for comparison alone.
    private static double Loss(OrdinalLogitProblem problem, double[] at, int shifted, double by)
    {
        double[] p = [.. at];
        p[shifted] += by;
        int cuts = problem.Classes - 1;
        double loss = 0;
        for (int i = 0; i < problem.Rows.Count; i++)
        {
            double score = problem.Rows[i].Select((x, j) => x * p[cuts + j]).Sum();
            double UpTo(int k) =>
                k < 0 ? 0
                : k >= cuts ? 1
                : 1 / (1 + Math.Exp(score - p[k]));
            loss -= problem.Weights[i] * Math.Log(UpTo(problem.Labels[i]) - UpTo(problem.Labels[i] - 1));
        }

        return loss + (problem.Penalty / 2 * p.Skip(cuts).Sum(b => b * b));
    }

    private static OrdinalLogitProblem Problem(int classes, int seed, int count, double penalty)
    {
        SeededNumbers numbers = new(seed, "logit");
        double[][] rows =
        [
            .. Enumerable.Range(0, count).Select(_ => new[] { numbers.NextNormal(), numbers.NextNormal() }),
        ];
        int[] labels =
        [
            .. rows.Select(row =>
            {
                double uniform = numbers.NextDouble();
                double latent = (1.5 * row[0]) - (0.5 * row[1]) + Math.Log(uniform / (1 - uniform));
                return Math.Min(
                    classes - 1,
                    latent < -1 ? 0
                        : latent < 1 ? 1
                        : 2
                );
            }),
        ];
        double[] weights = [.. rows.Select(_ => count > 1_000 ? 1 : 0.5 + numbers.NextDouble())];
        return new OrdinalLogitProblem(rows, labels, weights, classes, penalty);
    }
}
