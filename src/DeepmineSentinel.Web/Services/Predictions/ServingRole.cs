namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>As what a version answers.</summary>
internal enum ServingRole
{
    Production,

    /// <summary>The production version is damaged; the one before it answers.</summary>
    Previous,

    /// <summary>Nothing was promoted; the newest valid run answers.</summary>
    Candidate,
}
