namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>What the list of stopes can be ordered by.</summary>
public enum StopeSort
{
    Name,
    Mine,
    Level,
    SevenDay,
    Depth,
    HydraulicRadius,
    AsOf,
}
