using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Random directions at right angles, by Gram and Schmidt.</summary>
internal static class Orthogonal
{
    public static void Fill(Tensor matrix, double gain)
    {
        var (rows, columns) = ((int)matrix.Sizes[0], (int)matrix.Sizes[1]);
        var (count, length) = (Math.Min(rows, columns), Math.Max(rows, columns));
        var vectors = new double[count][];
        for (var i = 0; i < count; i++)
        {
            vectors[i] = new double[length];
            for (var j = 0; j < length; j++)
            {
                vectors[i][j] = Generator.Default.NextNormal();
            }

            Straighten(vectors, i);
        }

        using var values = Tensor.Allocate(matrix.Sizes, ScalarType.Float64, tracked: false);
        var to = values.Flat<double>();
        for (var i = 0; i < to.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            to[i] = gain * (rows <= columns ? vectors[row][column] : vectors[column][row]);
        }

        matrix.copy_(values);
    }

    /// <summary>Takes the earlier directions out of a vector, twice for accuracy, and makes its length one.</summary>
    private static void Straighten(double[][] vectors, int index)
    {
        var vector = vectors[index];
        for (var i = 0; i < 2 * index; i++)
        {
            var other = vectors[i % index];
            var along = Dot(vector, other);
            for (var j = 0; j < vector.Length; j++)
            {
                vector[j] -= along * other[j];
            }
        }

        var length = Math.Sqrt(Dot(vector, vector));
        for (var j = 0; j < vector.Length; j++)
        {
            vector[j] /= length;
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++)
        {
            sum += a[j] * b[j];
        }

        return sum;
    }
}
