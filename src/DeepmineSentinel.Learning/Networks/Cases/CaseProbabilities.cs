using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks.Cases;

/// <summary>From the two log-odds of a <see cref="CaseNetwork"/> to the probabilities of the three states.</summary>
public static class CaseProbabilities
{
    /// <summary>The two log-odds of each row, [B][2].</summary>
    /// <param name="network">A trained network.</param>
    /// <param name="rows">Scaled rows, [B][F].</param>
    public static double[][] LogOdds(CaseNetwork network, IReadOnlyList<double[]> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        using IDisposable untracked = no_grad();
        using DisposeScope scope = NewDisposeScope();
        float[] odds = network.call(Matrix(rows)).contiguous().data<float>().ToArray();
        return [.. rows.Select((_, i) => new double[] { odds[2 * i], odds[(2 * i) + 1] })];
    }

    /// <summary>Probabilities of stable, unstable and failure.</summary>
    /// <param name="notStable">Log-odds of not being stable.</param>
    /// <param name="failure">Log-odds of failure among what is not stable.</param>
    public static double[] Of(double notStable, double failure)
    {
        double not = Logistic(notStable);
        double failed = Logistic(failure);
        return [Logistic(-notStable), not * Logistic(-failure), not * failed];
    }

    /// <summary>Rows as a tensor, [B, F].</summary>
    internal static Tensor Matrix(IReadOnlyList<double[]> rows)
    {
        float[] values = [.. rows.SelectMany(row => row).Select(value => (float)value)];
        return tensor(values, dtype: ScalarType.Float32).reshape(rows.Count, rows[0].Length);
    }

    private static double Logistic(double odds) => 1 / (1 + Math.Exp(-odds));
}
