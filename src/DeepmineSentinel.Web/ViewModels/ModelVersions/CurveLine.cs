namespace DeepmineSentinel.Web.ViewModels.ModelVersions;

/// <summary>One line of a chart.</summary>
/// <param name="Run">Number of the run, from 0: its colour.</param>
/// <param name="IsValidation">Losses on the stopes that stop training; else on those learnt from.</param>
/// <param name="Points">Points of an SVG polyline.</param>
public sealed record CurveLine(int Run, bool IsValidation, string Points);
