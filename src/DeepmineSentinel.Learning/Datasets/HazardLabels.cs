using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>
/// Failure within each interval (t + h(k-1), t + h(k)], h = 0, 1, 3, 7, 14, 30 days, where it is known. Two bit sets, bit k
/// for interval k.
/// </summary>
/// <param name="Targets">Intervals in which the stope fails.</param>
/// <param name="Known">Intervals whose target is known; the others have no loss.</param>
public readonly record struct HazardLabels(byte Targets, byte Known)
{
    /// <summary>Whether the target of interval <paramref name="k"/> is known.</summary>
    public bool IsKnown(int k) => (Known >> k & 1) == 1;

    /// <summary>Whether the stope fails within interval <paramref name="k"/>; false where it is not known.</summary>
    public bool Fails(int k) => (Targets >> k & 1) == 1;

    /// <summary>
    /// Whether the stope fails within the horizon that ends interval <paramref name="k"/>: what a forecast is scored
    /// against. Null where it is not known.
    /// </summary>
    public bool? FailsWithin(int k)
    {
        int upTo = (2 << k) - 1;
        if ((Targets & upTo) != 0)
        {
            return true;
        }

        return (Known & upTo) == upTo ? false : null;
    }

    /// <summary>Labels of the moment <paramref name="t"/>.</summary>
    /// <param name="t">End of the window, UTC.</param>
    /// <param name="failure">When the stope failed, UTC; null: not seen to.</param>
    /// <param name="standingUntil">Until when it is known to have stood, UTC; null: not known.</param>
    public static HazardLabels At(DateTime t, DateTime? failure, DateTime? standingUntil)
    {
        int targets = 0;
        int known = 0;
        DateTime start = t;
        for (int k = 0; k < Horizons.Days.Count; k++)
        {
            DateTime end = t.AddDays(Horizons.Days[k]);
            if (failure > start && failure <= end)
            {
                targets |= 1 << k;
                known |= 1 << k;
            }
            else if (failure > end || (failure is null && standingUntil > end))
            {
                known |= 1 << k;
            }

            start = end;
        }

        return new HazardLabels((byte)targets, (byte)known);
    }
}
