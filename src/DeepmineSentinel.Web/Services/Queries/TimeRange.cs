using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>A half-open range of time, UTC; a null end is open.</summary>
public sealed record TimeRange(DateTime? From, DateTime? To)
{
    public static TimeRange All { get; } = new(null, null);

    public IQueryable<Reading> Within(IQueryable<Reading> rows)
    {
        if (From is { } from)
        {
            rows = rows.Where(row => row.Timestamp >= from);
        }

        if (To is { } to)
        {
            rows = rows.Where(row => row.Timestamp < to);
        }

        return rows;
    }
}
