using MathNet.Numerics.LinearAlgebra;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>
/// Ordinal logistic regression by proportional odds (McCullagh 1980), P(class at most k) = s(threshold k - x b), with half
/// an L2 penalty on b alone. Two classes make it plain logistic regression. The loss is convex (Pratt 1981); Newton's
/// method with halved steps finds its one minimum.
/// </summary>
internal sealed class OrdinalLogit
{
    private const int MostSteps = 100;
    private const double Enough = 1e-14;
    private readonly double[] parameters;
    private readonly int thresholds;

    private OrdinalLogit(double[] parameters, int thresholds)
    {
        this.parameters = parameters;
        this.thresholds = thresholds;
    }

    /// <summary>Thresholds, rising, then coefficients.</summary>
    public IReadOnlyList<double> Parameters => parameters;

    /// <summary>Takes over parameters that were fitted before.</summary>
    /// <param name="parameters">Thresholds, rising, then coefficients.</param>
    /// <param name="classes">Classes, one more than thresholds.</param>
    public static OrdinalLogit Of(IReadOnlyList<double> parameters, int classes) => new([.. parameters], classes - 1);

    public static OrdinalLogit Fit(OrdinalLogitProblem problem)
    {
        double[] parameters = problem.Start();
        OrdinalLogitLoss loss = problem.At(parameters);
        for (int step = 0; step < MostSteps; step++)
        {
            Vector<double> gradient = Vector<double>.Build.DenseOfArray(loss.Gradient);
            Vector<double> direction = Matrix<double>.Build.DenseOfArray(loss.Hessian).Cholesky().Solve(gradient);
            double decrease = direction.DotProduct(gradient);
            if (decrease < Enough)
            {
                break;
            }

            (parameters, loss) = Walk(problem, parameters, direction, loss);
        }

        return new OrdinalLogit(parameters, problem.Classes - 1);
    }

    /// <summary>Probabilities of the classes.</summary>
    public double[] Probabilities(ReadOnlySpan<double> row)
    {
        double score = 0;
        for (int i = 0; i < row.Length; i++)
        {
            score += row[i] * parameters[thresholds + i];
        }

        double[] probabilities = new double[thresholds + 1];
        double below = 0;
        for (int k = 0; k < thresholds; k++)
        {
            double upTo = OrdinalLogitProblem.Logistic(parameters[k] - score);
            probabilities[k] = upTo - below;
            below = upTo;
        }

        probabilities[thresholds] = 1 - below;
        return probabilities;
    }

    private static (double[] Parameters, OrdinalLogitLoss Loss) Walk(
        OrdinalLogitProblem problem,
        double[] from,
        Vector<double> direction,
        OrdinalLogitLoss before
    )
    {
        for (double length = 1; length > 1e-9; length /= 2)
        {
            double[] to = new double[from.Length];
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = from[i] - (length * direction[i]);
            }

            OrdinalLogitLoss after = problem.At(to);
            if (after.Value <= before.Value)
            {
                return (to, after);
            }
        }

        return (from, before with { Gradient = new double[from.Length] });
    }
}
