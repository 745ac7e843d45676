namespace DeepmineSentinel.Learning.Datasets.Folds;

/// <summary>What the test of a fold is new in.</summary>
public enum HoldOutBy
{
    /// <summary>Other stopes of the same mines.</summary>
    Stope,

    /// <summary>Other mines: whole sources are held out.</summary>
    Source,

    /// <summary>Other stopes at a later time.</summary>
    Time,
}
