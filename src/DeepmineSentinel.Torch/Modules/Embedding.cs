using TorchSharp.Functional;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A row of numbers for each of a known number of indices.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly EmbeddingOptions options;
    private Parameter ownWeight;

    internal Embedding(long rows, long columns, EmbeddingOptions options)
        : base(nameof(Embedding))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        this.options = options with { PaddingRow = Row(options.PaddingRow, rows) };
        ownWeight = Initialised.Normal([rows, columns]);
        if (this.options.PaddingRow is { } padding)
        {
            using var mode = no_grad();
            ownWeight.select(0, padding).zero_();
        }

        register_parameter("weight", ownWeight);
    }

    /// <summary>[indices, features].</summary>
    public Parameter weight
    {
        get => ownWeight;
        set => ownWeight = Replace("weight", value)!;
    }

    /// <summary>
    /// Indices (int64 or int32) of any shape to [.., features]; throws if one is outside the rows. With a largest norm, rows
    /// that are looked up and longer are shortened in the weight itself.
    /// </summary>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return EmbeddingFunction.Run(ownWeight, input, options);
    }

    /// <summary>The padding's row; a negative one counts from the end.</summary>
    private static long? Row(long? padding, long rows) =>
        padding is not { } row ? null
        : row >= -rows && row < rows ? (row + rows) % rows
        : throw new ArgumentOutOfRangeException(nameof(padding), row, $"Outside {rows} rows.");
}
