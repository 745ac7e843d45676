using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Api.Stopes;

/// <summary>A mine as scripts read it.</summary>
/// <param name="Id">Key that a new stope names.</param>
/// <param name="Name">Unique name.</param>
/// <param name="TimeZone">IANA zone of its clocks; moments of the API are UTC all the same.</param>
/// <param name="Synthetic">Whether its data are generated.</param>
internal sealed record MineDocument(int Id, string Name, string TimeZone, bool Synthetic)
{
    public static MineDocument Of(Mine mine) => new(mine.Id, mine.Name, mine.TimeZoneId, mine.IsSynthetic);
}
