namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>Where a run goes and what goes along.</summary>
public sealed record ExportOptions
{
    /// <summary>Absolute path; null: the product's own folder of exports, named after the run.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the mine's data go along.</summary>
    public bool WithData { get; init; }

    /// <summary>Whether an export that is there already is replaced.</summary>
    public bool Force { get; init; }
}
