namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>What the list of alerts can be ordered by.</summary>
public enum AlertSort
{
    Level,
    Raised,
    Stope,
    State,
}
