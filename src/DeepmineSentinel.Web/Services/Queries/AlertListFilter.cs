using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>What the list of alerts shows; the address carries all of it.</summary>
public sealed record AlertListFilter
{
    public const int UsualPageSize = 25;

    /// <summary>Only alerts in this state; null: see <see cref="All"/>.</summary>
    public AlertState? State { get; init; }

    /// <summary>Resolved ones too, where no state is named; else open ones only.</summary>
    public bool All { get; init; }

    public AlertLevel? Level { get; init; }

    public AlertCauseKind? Cause { get; init; }

    public int? MineId { get; init; }

    public int? StopeId { get; init; }

    /// <summary>Part of the stope's name; null: all.</summary>
    public string? Search { get; init; }

    /// <summary>Only those raised since, UTC; null: all.</summary>
    public DateTime? RaisedSince { get; init; }

    public AlertSort Sort { get; init; }

    public bool Descending { get; init; } = true;

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = UsualPageSize;
}
