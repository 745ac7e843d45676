namespace DeepmineSentinel.Web.Services.Comparison;

/// <summary>One choice of several runs.</summary>
/// <param name="Name">As in a run's result, for example <c>learning_rate</c>.</param>
/// <param name="Values">By run; null: the run does not know this choice.</param>
public sealed record ConfigurationRow(string Name, IReadOnlyList<string?> Values)
{
    /// <summary>Whether the runs chose differently.</summary>
    public bool Differs => Values.Distinct(StringComparer.Ordinal).Skip(1).Any();
}
