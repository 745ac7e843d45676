using System.Globalization;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Api.Stopes;

/// <summary>A stope as scripts read it; what is predicted of it has an address of its own.</summary>
internal sealed record StopeDocument
{
    public required int Id { get; init; }
    public required int MineId { get; init; }
    public required string Mine { get; init; }

    /// <summary>Whether the data are generated.</summary>
    public required bool Synthetic { get; init; }
    public required string Name { get; init; }
    public required StopeProperties Properties { get; init; }

    /// <summary>Undated label of a data set: true stable, false not; null: none.</summary>
    public required bool? UndatedStability { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Null: active.</summary>
    public required DateTime? ArchivedAt { get; init; }

    /// <summary>Grows with every change; the ETag is made of it.</summary>
    public required int Revision { get; init; }

    /// <summary>Addresses of what there is to ask or do.</summary>
    public required IReadOnlyDictionary<string, string> Links { get; init; }

    public static StopeDocument Of(Stope stope, Mine mine) =>
        new()
        {
            Id = stope.Id,
            MineId = mine.Id,
            Mine = mine.Name,
            Synthetic = mine.IsSynthetic,
            Name = stope.Name,
            Properties = stope.Properties,
            UndatedStability = stope.UndatedStability,
            CreatedAt = stope.CreatedAt,
            UpdatedAt = stope.UpdatedAt,
            ArchivedAt = stope.ArchivedAt,
            Revision = stope.Revision,
            Links = LinksOf(stope),
        };

    /// <summary>Address of a stope.</summary>
    public static string AddressOf(int id) =>
        string.Create(CultureInfo.InvariantCulture, $"{ApiRoutes.Root}/stopes/{id}");

    private static Dictionary<string, string> LinksOf(Stope stope)
    {
        string self = AddressOf(stope.Id);
        Dictionary<string, string> links = new()
        {
            ["self"] = self,
            ["readings"] = $"{self}/readings",
            ["events"] = $"{self}/events",
            ["outcomes"] = $"{self}/outcomes",
            ["prediction"] = $"{self}/prediction",
        };
        links[stope.ArchivedAt is null ? "archive" : "restore"] = stope.ArchivedAt is null ? self : $"{self}/restore";
        return links;
    }
}
