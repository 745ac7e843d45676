using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sizes of a tensor's dimensions.</summary>
    public readonly struct Size : IEnumerable<long>
    {
        private readonly long[]? sizes;

        /// <summary>From an array, which is copied.</summary>
        public Size(long[] shape)
        {
            ArgumentNullException.ThrowIfNull(shape);
            sizes = (long[])shape.Clone();
        }

        /// <summary>How many dimensions there are.</summary>
        public int Length => Sizes.Length;

        private long[] Sizes => sizes ?? [];

        /// <summary>The size of a dimension.</summary>
        public long this[int idx] => Sizes[idx];

        /// <summary>A vector's size.</summary>
        public static implicit operator Size(long size) => new([size]);

        /// <summary>A matrix's sizes.</summary>
        public static implicit operator Size((long, long) size) => new([size.Item1, size.Item2]);

        /// <summary>Three sizes.</summary>
        public static implicit operator Size((long, long, long) size) => new([size.Item1, size.Item2, size.Item3]);

        /// <summary>Four sizes.</summary>
        public static implicit operator Size((long, long, long, long) size) =>
            new([size.Item1, size.Item2, size.Item3, size.Item4]);

        /// <summary>Any number of sizes.</summary>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>The number of elements: the product of the sizes.</summary>
        public long numel() => Shapes.Count(Sizes);

        /// <summary>The sizes in order.</summary>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Sizes).GetEnumerator();

        /// <inheritdoc/>
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
