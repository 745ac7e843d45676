using System.Globalization;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>A page of its own for all notes of a stope, or its whole history.</summary>
/// <param name="Stope">The stope.</param>
/// <param name="Mine">Its mine.</param>
/// <param name="Found">Rows of the page.</param>
public sealed record StopeRecordsViewModel<TRow>(Stope Stope, Mine Mine, RecordPage<TRow> Found)
{
    /// <summary>A note that was typed and refused; null: nothing was.</summary>
    public string? Typed { get; init; }

    public string Zone => Mine.TimeZoneId;

    /// <summary>The address of another page.</summary>
    /// <param name="kind">notes or history.</param>
    /// <param name="page">Number of the page.</param>
    public string OnPage(string kind, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"/stopes/{Stope.Id}/{kind}?page={page}");
}
