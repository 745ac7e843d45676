using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Cases;

/// <summary>The page of case histories.</summary>
public sealed record CaseListViewModel
{
    /// <summary>Rows of one page of the table.</summary>
    public const int PageSize = 100;

    /// <summary>All stored cases.</summary>
    public required int Total { get; init; }

    /// <summary>Cases that the filter leaves.</summary>
    public required IReadOnlyList<CaseHistory> Cases { get; init; }

    /// <summary>All sources.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>What is odd in the stored cases.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>The model that answers from case histories; nothing where there is none.</summary>
    public required PagePart<CaseModelCard> CaseModel { get; init; }

    /// <summary>The chosen source; null: all.</summary>
    public string? Source { get; init; }

    /// <summary>The chosen state; null: all.</summary>
    public OutcomeClass? State { get; init; }

    /// <summary>Page of the table, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Pages of the table, at least 1.</summary>
    public int Pages => Math.Max(1, (Cases.Count + PageSize - 1) / PageSize);

    /// <summary>Rows of the present page.</summary>
    public IEnumerable<CaseHistory> Rows => Cases.Skip((Page - 1) * PageSize).Take(PageSize);

    /// <summary>The drawing.</summary>
    public StabilityGraphChart Chart => new(Cases);

    /// <summary>Address of another page with the same filter.</summary>
    public string AddressOf(int page) =>
        $"/cases?source={Uri.EscapeDataString(Source ?? "")}&state={(State is { } state ? Words.Key(state) : "")}&page={page}";
}
