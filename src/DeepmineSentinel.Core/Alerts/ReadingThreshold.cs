using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Alerts;

/// <summary>Thresholds on one channel. No universal trigger exists for stopes: the defaults are examples and say so.</summary>
public sealed record ReadingThreshold
{
    /// <summary>Channel, by its name in files: <c>deformation_rate</c>.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Value or rate.</summary>
    public ThresholdMeasure Measure { get; init; }

    /// <summary>Window that ends with the newest reading: one of 1, 4, 12, 24 and 72 hours.</summary>
    public int WindowHours { get; init; } = 24;

    /// <summary>Only for this mine; null: all.</summary>
    public string? Mine { get; init; }

    /// <summary>Only for the stope (the instrument's place) of this name; null: all.</summary>
    public string? Stope { get; init; }

    /// <summary>At or above it: abnormal; null: none.</summary>
    public double? Abnormal { get; init; }

    /// <summary>At or above it: very abnormal; null: none.</summary>
    public double? VeryAbnormal { get; init; }

    /// <summary>At or above it: evacuate; null: none.</summary>
    public double? Evacuate { get; init; }

    /// <summary>Whether it is an example of the product rather than a mine's own number.</summary>
    public bool IsExample { get; init; }

    /// <summary>What is wrong with the row; null: nothing.</summary>
    public string? Problem =>
        Quantity is null ? $"needs a Channel: one of {string.Join(", ", ReadingQuantities.All.Select(q => q.Name))}"
        : !WindowRates.Windows.Contains(Window) ? "needs WindowHours of 1, 4, 12, 24 or 72"
        : !Set.Any() ? "needs a threshold"
        : Set.Any(pair => !(pair.Threshold > 0 && double.IsFinite(pair.Threshold))) ? "needs thresholds above 0"
        : !Set.Zip(Set.Skip(1)).All(pair => pair.First.Threshold < pair.Second.Threshold) ? "needs rising thresholds"
        : null;

    /// <summary>The window.</summary>
    public TimeSpan Window => TimeSpan.FromHours(WindowHours);

    /// <summary>The channel; null: no such channel.</summary>
    public QuantityRange? Quantity => ReadingQuantities.All.FirstOrDefault(q => q.Name == Channel);

    /// <summary>The thresholds that are set, lowest first.</summary>
    public IEnumerable<(AlertLevel Level, double Threshold)> Set =>
        new (AlertLevel Level, double? Threshold)[]
        {
            (AlertLevel.Abnormal, Abnormal),
            (AlertLevel.VeryAbnormal, VeryAbnormal),
            (AlertLevel.Evacuate, Evacuate),
        }
            .Where(pair => pair.Threshold is not null)
            .Select(pair => (pair.Level, pair.Threshold!.Value));

    /// <summary>Level of what was measured.</summary>
    /// <param name="measured">Value or rate.</param>
    /// <param name="share">Share of each threshold that suffices: 1, or less to hold a level.</param>
    public AlertLevel LevelOf(double measured, double share = 1) =>
        Set.Where(pair => measured >= pair.Threshold * share)
            .Select(pair => pair.Level)
            .DefaultIfEmpty(AlertLevel.Normal)
            .Max();

    /// <summary>How particular the row is: the most particular one that fits a stope is the one that counts.</summary>
    internal int Rank => (Stope is null ? 0 : 2) + (Mine is null ? 0 : 1);

    internal bool Fits(string mine, string stope) =>
        (Mine is null || string.Equals(Mine, mine, StringComparison.OrdinalIgnoreCase))
        && (Stope is null || string.Equals(Stope, stope, StringComparison.OrdinalIgnoreCase));
}
