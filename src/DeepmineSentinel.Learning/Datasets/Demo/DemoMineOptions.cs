namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>Size, seed and mechanism of a demo mine.</summary>
public sealed record DemoMineOptions
{
    /// <summary>Fewest stopes.</summary>
    public const int FewestStopes = 10;

    /// <summary>Fewest days.</summary>
    public const int FewestDays = 14;

    /// <summary>Number of stopes, 10 to 100,000.</summary>
    public int Stopes { get; init; } = 200;

    /// <summary>Days of readings, 14 to 3,650.</summary>
    public int Days { get; init; } = 120;

    /// <summary>Seed; the same seed and numbers give the same mine.</summary>
    public long Seed { get; init; } = 7;

    /// <summary>First midnight, UTC.</summary>
    public DateTime Start { get; init; } = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Name of the mine.</summary>
    public string Mine { get; init; } = Core.Stopes.Mine.DemoName;

    /// <summary>Every number of the mechanism.</summary>
    public DemoMineParameters Parameters { get; init; } = new();
}
