namespace DeepmineSentinel.Learning.Networks;

/// <summary>Sizes of the dual-branch network that have a name.</summary>
public enum NetworkPreset
{
    /// <summary>About 32 thousand parameters: one LSTM, no attention.</summary>
    Compact,

    /// <summary>About 400 thousand parameters: three LSTMs, self-attention, cross-attention.</summary>
    Enhanced,
}
