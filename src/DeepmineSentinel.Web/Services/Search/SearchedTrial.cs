using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Search;

/// <summary>The best trial of a search with the data that it learnt from, ready to become a run.</summary>
/// <param name="Files">The files that were read.</param>
/// <param name="Data">What they said.</param>
/// <param name="Trained">The trial.</param>
/// <param name="Summary">The search.</param>
internal sealed record SearchedTrial(
    TrainingFiles Files,
    MineDataset Data,
    TrainedTrial Trained,
    SearchSummary Summary
);
