namespace DeepmineSentinel.Learning.Features.Cases;

/// <summary>Which numbers of a case a model sees.</summary>
public enum CaseFeatures
{
    /// <summary>ln HR and ln N': the two axes of the stability graph.</summary>
    Graph,

    /// <summary>ln HR, ln Q', ln A, ln B and ln C.</summary>
    Factors,

    /// <summary>The factors and the kind of surface.</summary>
    All,
}
