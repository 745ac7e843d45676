using TorchSharp.Functional;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Rows of different lengths, step after step, longest first, without padding.</summary>
                public sealed class PackedSequence : IDisposable
                {
                    private readonly Tensor sortedIndices;

                    internal PackedSequence(Tensor data, long[] rows, Tensor order)
                        : this(data, tensor(rows), order, order.sort(0).Indices, new PackedRows(rows)) { }

                    private PackedSequence(Tensor data, Tensor sizes, Tensor order, Tensor back, PackedRows rows)
                    {
                        (this.data, batch_sizes, sortedIndices) = (data, sizes, order);
                        (unsorted_indices, Rows) = (back, rows);
                    }

                    /// <summary>[steps of all rows, ..].</summary>
                    internal Tensor data { get; }

                    /// <summary>How many rows each step has, int64.</summary>
                    internal Tensor batch_sizes { get; }

                    /// <summary>Where each row of the batch lies among the sorted.</summary>
                    internal Tensor unsorted_indices { get; }

                    internal PackedRows Rows { get; }

                    internal long Batch => sortedIndices.Sizes[0];

                    /// <summary>Releases the elements and the indices.</summary>
                    public void Dispose()
                    {
                        data.Dispose();
                        batch_sizes.Dispose();
                        sortedIndices.Dispose();
                        unsorted_indices.Dispose();
                    }

                    /// <summary>Other elements in the same rows.</summary>
                    internal PackedSequence With(Tensor other) =>
                        new(other, batch_sizes.detach(), sortedIndices.detach(), unsorted_indices.detach(), Rows);

                    /// <summary>States [layers, batch, hidden] in the rows' order here.</summary>
                    internal Tensor Sorted(Tensor states) => states.index_select(1, sortedIndices);

                    /// <summary>States [layers, batch, hidden] in the order that the rows came in.</summary>
                    internal Tensor Unsorted(Tensor states) => states.index_select(1, unsorted_indices);

                    /// <summary>Each row's steps, in the order that the rows came in.</summary>
                    internal Tensor Lengths()
                    {
                        var sorted = new long[Batch];
                        foreach (var rows in batch_sizes.data<long>().ToArray())
                        {
                            for (var i = 0; i < rows; i++)
                            {
                                sorted[i]++;
                            }
                        }

                        return tensor(sorted).index_select(0, unsorted_indices);
                    }
                }
            }
        }
    }
}
