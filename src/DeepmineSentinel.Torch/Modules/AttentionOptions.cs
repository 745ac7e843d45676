namespace TorchSharp.Modules;

/// <summary>What attention is told: features of queries and results, heads, features of keys and of values.</summary>
internal sealed record AttentionOptions(long Width, long Heads, long KeyWidth, long ValueWidth)
{
    /// <summary>Probability that a weight is dropped while training.</summary>
    public double Dropout { get; init; }

    public bool Bias { get; init; } = true;

    /// <summary>Whether a trained key and value are put behind the others.</summary>
    public bool AddsBias { get; init; }

    /// <summary>Whether a key and a value of zeros are put behind the others.</summary>
    public bool AddsZero { get; init; }

    /// <summary>Whether one matrix projects queries, keys and values.</summary>
    public bool IsJoint => KeyWidth == Width && ValueWidth == Width;

    public int Depth => (int)(Width / Heads);

    /// <summary>Throws unless the features split into the heads and the dropout is a probability.</summary>
    public AttentionOptions Checked() =>
        Heads < 1 || Width < 1 || Width % Heads != 0
            ? throw new ArgumentException($"{Width} features do not split into {Heads} heads.")
        : KeyWidth < 1 || ValueWidth < 1
            ? throw new ArgumentException($"Keys of {KeyWidth} and values of {ValueWidth} features.")
        : Dropout is >= 0 and <= 1 ? this
        : throw new ArgumentException($"Dropout {Dropout} is not between 0 and 1.");
}
