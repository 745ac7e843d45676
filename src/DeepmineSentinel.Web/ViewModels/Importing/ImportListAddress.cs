using System.Globalization;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Web.Services.Queries;
using Microsoft.AspNetCore.Http.Extensions;

namespace DeepmineSentinel.Web.ViewModels.Importing;

/// <summary>What the list of imports shows, to and from its address, so that a link reproduces the view.</summary>
public sealed record ImportListAddress
{
    /// <summary>The word for imports that were undone.</summary>
    public const string UndoneWord = "undone";

    /// <summary>The word for imports that stand.</summary>
    public const string StandingWord = "standing";

    public string? Q { get; init; }

    public string? Kind { get; init; }

    public string? State { get; init; }

    public int Page { get; init; } = 1;

    public bool IsFiltered => this != new ImportListAddress { Page = Page };

    public ImportListFilter ToFilter() =>
        new()
        {
            Search = Q,
            Kind = Words.Parse<ImportKind>(Kind),
            Undone = State switch
            {
                UndoneWord => true,
                StandingWord => false,
                _ => null,
            },
            Page = Page,
        };

    /// <summary>The address of the same list on another page.</summary>
    public string OnPage(int page) => (this with { Page = page }).ToString();

    public override string ToString()
    {
        QueryBuilder query = [];
        Add(query, "q", Q);
        Add(query, "kind", Kind);
        Add(query, "state", State);
        Add(query, "page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return $"/imports{query.ToQueryString()}";
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            query.Add(name, value);
        }
    }
}
