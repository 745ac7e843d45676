namespace DeepmineSentinel.Learning.Datasets.Folds;

/// <summary>What the test of a fold is new in.</summary>
public enum HoldOutBy
{
    /// <summary>Other stopes of the same mines.</summary>
    Stope,

    /// <summary>Other mines: whole sources are held out.</summary>
    Source,

    /// <summary>Stopes of another depth: bands of depth are held out, of which the shallowest and the deepest lie beyond what was learnt.</summary>
    Depth,

    /// <summary>Other stopes at a later time.</summary>
    Time,
}
