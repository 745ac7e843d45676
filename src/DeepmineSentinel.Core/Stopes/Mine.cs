using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Core.Stopes;

/// <summary>A mine: every stope belongs to one.</summary>
public sealed class Mine
{
    /// <summary>Name of the mine that files without a mine go to.</summary>
    public const string DefaultName = "Default mine";

    /// <summary>Name of the generated mine that an empty site starts with.</summary>
    public const string DemoName = "Demo mine";

    /// <summary>Longest name.</summary>
    public const int NameLength = 100;

    /// <summary>Longest name of a zone.</summary>
    public const int TimeZoneLength = 64;

    /// <summary>Creates a mine.</summary>
    /// <param name="name">Unique name, 1 to 100 characters.</param>
    /// <param name="timeZoneId">IANA zone of its clocks, for example America/Santiago.</param>
    /// <param name="isSynthetic">Whether its data were generated rather than observed.</param>
    /// <exception cref="SentinelException">The name or the zone is not usable.</exception>
    public Mine(string name, string timeZoneId = "UTC", bool isSynthetic = false)
    {
        Name = NameRules.Checked(name, NameLength, "mine");
        TimeZoneId = CheckedZone(timeZoneId);
        IsSynthetic = isSynthetic;
    }

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Unique name.</summary>
    public string Name { get; private set; }

    /// <summary>IANA time zone of timestamps that carry none.</summary>
    public string TimeZoneId { get; private set; }

    /// <summary>Whether its data were generated; said wherever they are shown.</summary>
    public bool IsSynthetic { get; private set; }

    /// <summary>Gives the mine another name: files and training splits know it by its name.</summary>
    /// <exception cref="SentinelException">The name is not usable, or the mine is generated, which is known by its name.</exception>
    public void Rename(string name)
    {
        string wanted = NameRules.Checked(name, NameLength, "mine");
        if (IsSynthetic && wanted != Name)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "synthetic_mine_name",
                "A generated mine keeps its name: it is seeded and removed by it."
            );
        }

        Name = wanted;
    }

    /// <summary>Gives the mine another zone; timestamps already stored are UTC and stay.</summary>
    /// <exception cref="SentinelException">No such zone.</exception>
    public void MoveToZone(string timeZoneId) => TimeZoneId = CheckedZone(timeZoneId);

    /// <summary>Whether there is a zone of this name.</summary>
    public static bool IsZone(string? id) =>
        id is { Length: > 0 and <= TimeZoneLength } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    private static string CheckedZone(string id) =>
        IsZone(id)
            ? id
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "unknown_time_zone",
                "The time zone is not known; use an IANA name such as UTC or America/Santiago."
            );
}
