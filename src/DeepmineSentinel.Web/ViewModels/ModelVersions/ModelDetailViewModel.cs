using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Web.ViewModels.ModelVersions;

public sealed record ModelDetailViewModel
{
    public required ModelVersion Version { get; init; }

    /// <summary>What the run measured, read from the registry's document.</summary>
    public required PagePart<TrainingResult> Result { get; init; }

    /// <summary>Version that roll back would return to; null: none.</summary>
    public ModelVersion? Previous { get; init; }

    public IReadOnlyList<string> GateReasons =>
        Version.GateReasons.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
