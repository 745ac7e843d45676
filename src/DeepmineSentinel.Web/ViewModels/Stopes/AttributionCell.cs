namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>One channel on one day; both null: not measured.</summary>
/// <param name="Channel">Column name of the channel.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Value">What the network saw.</param>
/// <param name="Contribution">What it added to the log-odds.</param>
public sealed record AttributionCell(string Channel, string Label, string Unit, double? Value, double? Contribution);
