namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One page of many rows.</summary>
/// <param name="Rows">Rows of the page.</param>
/// <param name="Total">Rows of all pages.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Pages">Number of pages, at least 1.</param>
public sealed record RecordPage<TRow>(IReadOnlyList<TRow> Rows, int Total, int Page, int Pages);
