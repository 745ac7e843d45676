namespace DeepmineSentinel.Learning.Datasets;

/// <summary>Which labels a run learns from.</summary>
public enum LabelSource
{
    /// <summary>Dated outcomes if there are any, else the undated label.</summary>
    Auto,

    /// <summary>Dated outcomes.</summary>
    Dated,

    /// <summary>The undated label of each stope.</summary>
    Undated,
}
