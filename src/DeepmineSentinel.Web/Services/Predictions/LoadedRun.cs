using DeepmineSentinel.Learning.Inference.Cases;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>One run that somebody chose, loaded for what it answers: one of the two is there.</summary>
/// <param name="Stopes">A model for stopes.</param>
/// <param name="Cases">A model of case histories.</param>
/// <param name="Info">What is known of it.</param>
internal sealed record LoadedRun(ServingModel? Stopes, CasePredictor? Cases, ServingModelInfo Info);
