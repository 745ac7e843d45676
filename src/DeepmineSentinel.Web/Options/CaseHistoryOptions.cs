using System.ComponentModel.DataAnnotations;

namespace DeepmineSentinel.Web.Options;

/// <summary>How models of case histories are trained: <c>CaseHistories</c> in the settings.</summary>
public sealed class CaseHistoryOptions
{
    public const string Section = "CaseHistories";

    /// <summary>Networks whose mean answers beside the logit.</summary>
    [Range(1, 20)]
    public int Networks { get; init; } = 5;

    /// <summary>Steps of each network, all cases at once.</summary>
    [Range(1, 10_000)]
    public int Steps { get; init; } = 400;

    /// <summary>Random folds that a fit is measured by; whole sources are held out too.</summary>
    [Range(2, 100)]
    public int Folds { get; init; } = 10;
}
