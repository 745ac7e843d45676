using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>Labels of windows from the one undated label of a stope.</summary>
internal static class UndatedLabels
{
    public static IEnumerable<Sample> Label(StopeHistory stope, int index, IReadOnlyList<DateTime> ends)
    {
        if (stope.UndatedStability is not { } stable)
        {
            yield break;
        }

        int windows = Math.Max(1, ends.Count);
        for (int i = 0; i < windows; i++)
        {
            yield return new Sample
            {
                StopeIndex = index,
                AsOf = ends.Count > 0 ? ends[i] : null,
                ConditionLabel = stable ? 0 : 1,
                ConditionWeight = 1f / windows,
                IsConditionScored = i == windows - 1,
            };
        }
    }
}
