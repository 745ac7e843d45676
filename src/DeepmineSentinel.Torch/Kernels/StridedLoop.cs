using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>
/// Walks up to four tensors of one broadcast shape together: the first gives the shape and the order, dimensions that
/// lie behind each other in all of them are joined, and what is left is rows of <see cref="Length"/> with fixed steps.
/// </summary>
internal ref struct StridedLoop
{
    private const int MaxRank = 8;
    private Longs sizes;
    private Longs counters;
    private Table steps;
    private Quad starts;
    private int rank;
    private bool begun;
    private readonly int operands;
    private readonly bool empty;

    public StridedLoop(Tensor first, Tensor? second = null, Tensor? third = null, Tensor? fourth = null)
    {
        if (first.Sizes.Length > MaxRank)
        {
            throw new NotSupportedException($"At most {MaxRank} dimensions, not {Shapes.Show(first.Sizes)}.");
        }

        empty = first.Count == 0;
        operands =
            fourth is not null ? 4
            : third is not null ? 3
            : second is not null ? 2
            : 1;
        for (var d = 0; d < first.Sizes.Length; d++)
        {
            Insert(first.Sizes[d], first, second, third, fourth, d);
        }

        Coalesce();
        Length = rank == 0 ? 1 : (int)sizes[rank - 1];
    }

    /// <summary>Elements of a row.</summary>
    public int Length { get; private set; }

    /// <summary>Where the row starts in an operand, in elements from the operand's own start.</summary>
    public readonly int Start(int operand) => (int)starts[operand];

    /// <summary>The distance between neighbours of a row in an operand.</summary>
    public readonly int Step(int operand) => rank == 0 ? 0 : (int)steps[operand * MaxRank + rank - 1];

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Next()
    {
        if (!begun)
        {
            begun = true;
            return !empty;
        }

        for (var d = rank - 2; d >= 0; d--)
        {
            for (var o = 0; o < operands; o++)
            {
                starts[o] += steps[o * MaxRank + d];
            }

            if (++counters[d] < sizes[d])
            {
                return true;
            }

            counters[d] = 0;
            for (var o = 0; o < operands; o++)
            {
                starts[o] -= steps[o * MaxRank + d] * sizes[d];
            }
        }

        return false;
    }

    private static long StepOf(Tensor? tensor, int fromEnd)
    {
        if (tensor is null || fromEnd > tensor.Sizes.Length || tensor.Sizes[^fromEnd] == 1)
        {
            return 0;
        }

        return tensor.Strides[^fromEnd];
    }

    /// <summary>Adds a dimension, the widest step of the first operand outermost.</summary>
    private void Insert(long size, Tensor first, Tensor? second, Tensor? third, Tensor? fourth, int dimension)
    {
        if (size == 1)
        {
            return;
        }

        var fromEnd = first.Sizes.Length - dimension;
        var width = first.Strides[dimension];
        var place = rank;
        while (place > 0 && steps[place - 1] < width)
        {
            MoveDimension(place - 1, place);
            place--;
        }

        rank++;
        sizes[place] = size;
        steps[place] = width;
        steps[MaxRank + place] = StepOf(second, fromEnd);
        steps[2 * MaxRank + place] = StepOf(third, fromEnd);
        steps[3 * MaxRank + place] = StepOf(fourth, fromEnd);
    }

    private void MoveDimension(int from, int to)
    {
        sizes[to] = sizes[from];
        for (var o = 0; o < 4; o++)
        {
            steps[o * MaxRank + to] = steps[o * MaxRank + from];
        }
    }

    private void Coalesce()
    {
        var last = 0;
        for (var d = 1; d < rank; d++)
        {
            var joins = true;
            for (var o = 0; o < operands; o++)
            {
                joins &= steps[o * MaxRank + last] == steps[o * MaxRank + d] * sizes[d];
            }

            if (joins)
            {
                var joined = sizes[last] * sizes[d];
                MoveDimension(d, last);
                sizes[last] = joined;
            }
            else
            {
                MoveDimension(d, ++last);
            }
        }

        rank = rank == 0 ? 0 : last + 1;
    }

    [InlineArray(MaxRank)]
    private struct Longs
    {
        private long element;
    }

    [InlineArray(4 * MaxRank)]
    private struct Table
    {
        private long element;
    }

    [InlineArray(4)]
    private struct Quad
    {
        private long element;
    }
}
