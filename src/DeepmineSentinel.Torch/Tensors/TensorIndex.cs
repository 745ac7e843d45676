namespace TorchSharp;

public static partial class torch
{
    /// <summary>One place of an indexing expression: a number, a slice, a tensor, a new dimension or an ellipsis.</summary>
    public readonly struct TensorIndex
    {
        private TensorIndex(IndexKind kind, long start = 0, long? stop = null, long step = 1)
        {
            Kind = kind;
            Start = start;
            Stop = stop;
            Step = step;
        }

        private TensorIndex(Tensor tensor)
            : this(IndexKind.Tensor)
        {
            Places = tensor;
        }

        /// <summary>All dimensions not named otherwise.</summary>
        public static TensorIndex Ellipsis => new(IndexKind.Ellipsis);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None => new(IndexKind.NewDimension);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex Null => new(IndexKind.NewDimension);

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon => Slice();

        internal IndexKind Kind { get; }

        internal long Start { get; }

        internal long? Stop { get; }

        internal long Step { get; }

        internal Tensor? Places { get; }

        /// <summary>From a number: that index, and the dimension goes away.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>From a tensor of indices or truths.</summary>
        public static implicit operator TensorIndex(Tensor value) => Tensor(value);

        /// <summary>From a range such as 1..^1.</summary>
        public static implicit operator TensorIndex(Range range) =>
            Slice(
                range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
                range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value
            );

        /// <summary>From start up to stop (not with it), every step-th.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(IndexKind.Slice, start ?? 0, stop, step ?? 1);

        /// <summary>One index; the dimension goes away.</summary>
        public static TensorIndex Single(long? index) => new(IndexKind.Single, index ?? 0);

        /// <summary>A tensor of indices, or of truths.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(tensor);
    }

    internal enum IndexKind
    {
        Single,
        Slice,
        Tensor,
        NewDimension,
        Ellipsis,
    }
}
