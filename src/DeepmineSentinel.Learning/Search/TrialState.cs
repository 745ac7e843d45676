namespace DeepmineSentinel.Learning.Search;

/// <summary>How a trial ended.</summary>
public enum TrialState
{
    /// <summary>Trained to its end.</summary>
    Trained,

    /// <summary>Its loss left the numbers; trying again ends the same.</summary>
    Diverged,

    /// <summary>Stopped early because other trials of its search did better; another search trains it to its end.</summary>
    Stopped,
}
