using System.Globalization;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Queries;
using Microsoft.AspNetCore.Http.Extensions;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>A page of readings, newest first.</summary>
public sealed record ReadingsViewModel
{
    public required Stope Stope { get; init; }

    public required Mine Mine { get; init; }

    public required TimeRange Range { get; init; }

    public required int Total { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required IReadOnlyList<Reading> Rows { get; init; }

    public string OnPage(int page)
    {
        QueryBuilder query = [];
        if (Range.From is { } from)
        {
            query.Add("from", Clock.Machine(from));
        }

        if (Range.To is { } to)
        {
            query.Add("to", Clock.Machine(to));
        }

        query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return $"/stopes/{Stope.Id}/readings{query.ToQueryString()}";
    }
}
