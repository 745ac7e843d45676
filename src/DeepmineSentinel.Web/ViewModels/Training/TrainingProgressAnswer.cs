using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Training;

/// <summary>What a live page asks for every second.</summary>
public sealed record TrainingProgressAnswer(TrainingProgressViewModel Progress, IReadOnlyList<LossPoint> Points);
