namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of different lengths.</summary>
            public static partial class rnn
            {
                /// <summary>
                /// [time, batch, ..] ([batch, time, ..] if batch first) and the length of each row, at least 1 (int64), to rows
                /// without their padding. Throws if they shall be sorted, longest first, and are not.
                /// </summary>
                public static PackedSequence pack_padded_sequence(
                    Tensor input,
                    Tensor lengths,
                    bool batch_first = false,
                    bool enforce_sorted = true
                )
                {
                    ArgumentNullException.ThrowIfNull(input);
                    ArgumentNullException.ThrowIfNull(lengths);
                    var padded = batch_first ? input.transpose(0, 1) : input;
                    var steps = lengths.to_type(ScalarType.Int64).data<long>().ToArray();
                    CheckLengths(padded, steps, enforce_sorted);
                    var order = lengths.to_type(ScalarType.Int64).sort(0, descending: true, stable: true).Indices;
                    var sorted = padded.index_select(1, order);
                    var longest = steps.Max();
                    var (parts, rows) = (new List<Tensor>(), new long[longest]);
                    for (var t = 0; t < longest; t++)
                    {
                        rows[t] = steps.Count(length => length > t);
                        parts.Add(sorted.select(0, t).narrow(0, 0, rows[t]));
                    }

                    return new PackedSequence(cat(parts), rows, order);
                }

                /// <summary>
                /// Packed rows to [time, batch, ..] ([batch, time, ..] if batch first), padded to the longest row or to the
                /// total length, and the length of each row (int64).
                /// </summary>
                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence,
                    bool batch_first = false,
                    double padding_value = 0,
                    long? total_length = null
                )
                {
                    ArgumentNullException.ThrowIfNull(sequence);
                    var longest = sequence.batch_sizes.Sizes[0];
                    var wanted = total_length ?? longest;
                    if (wanted < longest)
                    {
                        throw new ArgumentException($"Rows of {longest} steps do not fit a total length of {wanted}.");
                    }

                    long[] rest = sequence.data.Sizes[1..];
                    var (steps, start) = (new List<Tensor>(), 0L);
                    foreach (var rows in sequence.batch_sizes.data<long>().ToArray())
                    {
                        var own = sequence.data.narrow(0, start, rows);
                        var padding = full([sequence.Batch - rows, .. rest], padding_value, own.dtype);
                        steps.Add(rows == sequence.Batch ? own : cat([own, padding]));
                        start += rows;
                    }

                    var padded = stack(steps);
                    if (wanted > longest)
                    {
                        padded = cat([
                            padded,
                            full([wanted - longest, .. padded.Sizes[1..]], padding_value, padded.dtype),
                        ]);
                    }

                    var result = padded.index_select(1, sequence.unsorted_indices);
                    return (batch_first ? result.transpose(0, 1) : result, sequence.Lengths());
                }

                private static void CheckLengths(Tensor padded, long[] lengths, bool sorted)
                {
                    if (padded.Sizes.Length < 2 || lengths.Length == 0 || lengths.Length != padded.Sizes[1])
                    {
                        throw new ArgumentException(
                            $"{lengths.Length} lengths for shape {Shapes.Show(padded.Sizes)}, time first."
                        );
                    }

                    for (var i = 0; i < lengths.Length; i++)
                    {
                        if (lengths[i] < 1 || lengths[i] > padded.Sizes[0])
                        {
                            throw new ArgumentException(
                                $"Length {lengths[i]} of row {i} is outside 1 to {padded.Sizes[0]}."
                            );
                        }

                        if (sorted && i > 0 && lengths[i] > lengths[i - 1])
                        {
                            throw new ArgumentException(
                                $"Row {i} is longer than the one before; sort them or pass enforce_sorted: false."
                            );
                        }
                    }
                }
            }
        }
    }
}
