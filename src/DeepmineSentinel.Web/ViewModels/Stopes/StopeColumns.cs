using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>What the columns of the list are called, and what they are ordered by.</summary>
public static class StopeColumns
{
    /// <summary>Those that are shown to who chose none.</summary>
    public static IReadOnlyList<StopeColumn> Usual { get; } =
    [
        StopeColumn.Mine,
        StopeColumn.Level,
        StopeColumn.SevenDay,
        StopeColumn.Depth,
        StopeColumn.HydraulicRadius,
        StopeColumn.AsOf,
        StopeColumn.Mode,
    ];

    /// <summary>The chosen ones in their order; words that name none are passed over.</summary>
    public static IReadOnlyList<StopeColumn> Of(IEnumerable<string> words)
    {
        StopeColumn[] chosen = [.. words.Select(Words.Parse<StopeColumn>).OfType<StopeColumn>().Distinct().Order()];
        return chosen.Length == 0 ? Usual : chosen;
    }

    public static string Label(StopeColumn column) =>
        column switch
        {
            StopeColumn.Mine => Texts.Of("Mine"),
            StopeColumn.Level => Texts.Of("Level"),
            StopeColumn.Condition => Texts.Of("Condition"),
            StopeColumn.SevenDay => Texts.Of("Fails in 7 days"),
            StopeColumn.NotStable => Texts.Of("Not stable"),
            StopeColumn.RockType => Texts.Of("Rock type"),
            StopeColumn.Depth => Texts.Of("Depth, m"),
            StopeColumn.HydraulicRadius => Texts.Of("Hydraulic radius, m"),
            StopeColumn.AsOf => Texts.Of("As of"),
            _ => Texts.Of("By"),
        };

    /// <summary>What a press on its header orders by; null: nothing.</summary>
    public static StopeSort? Sort(StopeColumn column) =>
        column switch
        {
            StopeColumn.Mine => StopeSort.Mine,
            StopeColumn.Level => StopeSort.Level,
            StopeColumn.SevenDay => StopeSort.SevenDay,
            StopeColumn.Depth => StopeSort.Depth,
            StopeColumn.HydraulicRadius => StopeSort.HydraulicRadius,
            StopeColumn.AsOf => StopeSort.AsOf,
            _ => null,
        };

    public static bool IsNumber(StopeColumn column) =>
        column is StopeColumn.SevenDay or StopeColumn.NotStable or StopeColumn.Depth or StopeColumn.HydraulicRadius;
}
