namespace DeepmineSentinel.Core.Predictions;

/// <summary>The horizons that forecasts are made for.</summary>
public static class Horizons
{
    /// <summary>Days ahead, rising.</summary>
    public static IReadOnlyList<int> Days { get; } = [1, 3, 7, 14, 30];

    /// <summary>The horizon that levels are cut from.</summary>
    public const int LevelDays = 7;
}
