namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>One step of the window that an answer rests on.</summary>
/// <param name="From">Its beginning, UTC.</param>
/// <param name="To">Its end, not part of it.</param>
/// <param name="Cells">One a channel, in the order of the table's columns.</param>
public sealed record AttributionDay(DateTime From, DateTime To, IReadOnlyList<AttributionCell> Cells);
