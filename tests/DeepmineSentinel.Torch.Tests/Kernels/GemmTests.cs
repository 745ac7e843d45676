using TorchSharp.Kernels;

namespace DeepmineSentinel.Torch.Tests.Kernels;

/// <summary>Every product has the bits of sums over the depth in order, however it is blocked, packed, tiled and shared.</summary>
public sealed unsafe class GemmTests
{
    private static readonly int[] Rows = [1, 2, 5, 7, 8, 24, 95, 101, 230];
    private static readonly int[] Depths = [1, 3, 8, 64, 100, 257, 300];
    private static readonly int[] Columns = [1, 4, 16, 31, 32, 64, 130, 161];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Products_of_all_layouts_have_the_bits_of_plain_sums(bool flippedLeft, bool flippedRight)
    {
        var random = new Random(5);
        foreach (var rows in Rows)
        {
            foreach (var depth in Depths)
            {
                var columns = Columns[random.Next(Columns.Length)];
                var (a, b) = (Numbers(random, rows * depth), Numbers(random, depth * columns));
                Compare(a, b, Numbers(random, columns), (rows, depth, columns), (flippedLeft, flippedRight));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    public void No_depth_leaves_what_the_sums_start_with(int columns)
    {
        var (row, result) = (Numbers(new Random(1), columns), new float[3 * columns]);
        fixed (float* start = row)
        fixed (float* c = result)
        {
            var none = MatrixView.Packed(start, 3, 0);
            Gemm.Run(none, MatrixView.Packed(start, 0, columns), GemmTarget.OnRow(start, c, columns));
        }

        Assert.Equal([.. row, .. row, .. row], result);
    }

    private static void Compare(
        float[] a,
        float[] b,
        float[] row,
        (int Rows, int Depth, int Columns) size,
        (bool Left, bool Right) flipped
    )
    {
        var (m, k, n) = size;
        var plain = new float[m * n];
        var found = new float[m * n];
        fixed (float* x = a)
        fixed (float* y = b)
        fixed (float* start = row)
        fixed (float* c = found)
        {
            var left = flipped.Left ? MatrixView.Packed(x, k, m).Transposed : MatrixView.Packed(x, m, k);
            var right = flipped.Right ? MatrixView.Packed(y, n, k).Transposed : MatrixView.Packed(y, k, n);
            Plain(left, right, row, plain);
            Gemm.Run(left, right, GemmTarget.OnRow(start, c, n));
            Assert.True(plain.AsSpan().SequenceEqual(found), $"{size} on a row");
            Gemm.Run(left, right, GemmTarget.Added(c, n));
            Plain(left, right, plain, plain);
            Assert.True(plain.AsSpan().SequenceEqual(found), $"{size} added");
            Gemm.Run(left, right, GemmTarget.Fresh(c, n));
            Plain(left, right, new float[n], plain);
            Assert.True(plain.AsSpan().SequenceEqual(found), $"{size} fresh");
        }
    }

    /// <summary>The sums start with the numbers given: one row for all, or a whole matrix.</summary>
    private static void Plain(MatrixView a, MatrixView b, float[] start, float[] result)
    {
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < b.Columns; j++)
            {
                var sum = start[(i * b.Columns + j) % start.Length];
                for (var k = 0; k < a.Columns; k++)
                {
                    var (x, y) = (a.Data[i * a.RowStep + k * a.ColumnStep], b.Data[k * b.RowStep + j * b.ColumnStep]);
                    sum = MathF.FusedMultiplyAdd(x, y, sum);
                }

                result[i * b.Columns + j] = sum;
            }
        }
    }

    private static float[] Numbers(Random random, int count)
    {
        var numbers = new float[count];
        foreach (ref var number in numbers.AsSpan())
        {
            number = random.NextSingle() - 0.5f;
        }

        return numbers;
    }
}
