namespace DeepmineSentinel.Learning.Runs.Ablation;

/// <summary>What is varied.</summary>
public enum AblationPart
{
    /// <summary>Rock mass and geometry, readings, or both.</summary>
    Inputs,

    /// <summary>Days of readings seen at once.</summary>
    Window,

    /// <summary>Share of values of readings that are missing.</summary>
    Missing,

    /// <summary>Stopes that learn.</summary>
    LearningStopes,
}
