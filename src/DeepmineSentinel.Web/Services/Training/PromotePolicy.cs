namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Whether a finished run is promoted: if the gate passed it, in any case, or not.</summary>
public enum PromotePolicy
{
    Auto,
    Always,
    Never,
}
