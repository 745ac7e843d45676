namespace DeepmineSentinel.Core.Registry;

/// <summary>Where a registered model stands.</summary>
public enum ModelVersionState
{
    /// <summary>Registered, not promoted.</summary>
    Candidate,

    /// <summary>Answers. One a purpose.</summary>
    Production,

    /// <summary>Answered before the present one; roll back goes to it. One a purpose.</summary>
    Previous,

    /// <summary>Kept for the record.</summary>
    Archived,
}
