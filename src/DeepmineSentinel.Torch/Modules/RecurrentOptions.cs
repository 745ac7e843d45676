namespace TorchSharp.Modules;

/// <summary>What an LSTM and a GRU are told alike.</summary>
internal sealed record RecurrentOptions(long Inputs, long Hidden, long Layers)
{
    public bool Bias { get; init; } = true;

    public bool BatchFirst { get; init; }

    /// <summary>Probability of dropout between the layers.</summary>
    public double Dropout { get; init; }

    public bool Bidirectional { get; init; }

    public int Directions => Bidirectional ? 2 : 1;

    /// <summary>Throws unless sizes are positive and the dropout is a probability.</summary>
    public RecurrentOptions Checked() =>
        Inputs >= 1 && Hidden >= 1 && Layers >= 1 && Dropout is >= 0 and <= 1
            ? this
            : throw new ArgumentException(
                $"Inputs {Inputs}, hidden {Hidden} and layers {Layers} are at least 1, dropout {Dropout} is between 0 and 1."
            );
}
