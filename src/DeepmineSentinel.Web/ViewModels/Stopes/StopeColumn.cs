namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>A column of the list of stopes; the name stands before them always.</summary>
public enum StopeColumn
{
    Mine,
    Level,
    Condition,
    SevenDay,
    NotStable,
    RockType,
    Depth,
    HydraulicRadius,
    AsOf,
    Mode,
}
