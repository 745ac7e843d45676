namespace DeepmineSentinel.Core.Predictions;

/// <summary>What the overall level was cut from.</summary>
public enum LevelBasis
{
    /// <summary>There is no level.</summary>
    None,

    /// <summary>The condition alone, as no trained forecast exists.</summary>
    ConditionOnly,

    /// <summary>The 7-day failure probability.</summary>
    Forecast,
}
