namespace DeepmineSentinel.Core.Registry;

/// <summary>What a model answers; each purpose has its own production pointer.</summary>
public enum ModelPurpose
{
    /// <summary>Stopes with monitoring.</summary>
    Stope,

    /// <summary>Static case histories.</summary>
    CaseHistory,
}
