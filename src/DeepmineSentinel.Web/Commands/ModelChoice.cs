namespace DeepmineSentinel.Web.Commands;

/// <summary>What is to happen where a model answers already.</summary>
internal enum ModelChoice
{
    Load,
    Retrain,

    /// <summary>The input ended before there was an answer.</summary>
    None,
}
