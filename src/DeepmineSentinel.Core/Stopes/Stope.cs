using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Core.Stopes;

/// <summary>An underground opening whose stability is watched.</summary>
public sealed class Stope
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 100;

    /// <summary>Creates a stope.</summary>
    /// <param name="mineId">Mine it belongs to.</param>
    /// <param name="name">Name, unique within the mine.</param>
    /// <param name="properties">Rock mass, geometry and support.</param>
    /// <param name="createdAt">Moment of creation, UTC.</param>
    /// <exception cref="SentinelException">The name is not usable or a property is out of range.</exception>
    public Stope(int mineId, string name, StopeProperties properties, DateTime createdAt)
    {
        MineId = mineId;
        Name = NameRules.Checked(name, NameLength, "stope");
        Properties = Checked(properties);
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
    }

    // EF Core: a constructor cannot take the complex property.
    private Stope(int mineId, string name)
    {
        MineId = mineId;
        Name = name;
        Properties = null!;
    }

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Mine it belongs to.</summary>
    public int MineId { get; private set; }

    /// <summary>Name, unique within the mine.</summary>
    public string Name { get; private set; }

    /// <summary>Rock mass, geometry and support.</summary>
    public StopeProperties Properties { get; private set; }

    /// <summary>Undated label of a data set: true stable, false not; null: none. Never a dated outcome.</summary>
    public bool? UndatedStability { get; private set; }

    /// <summary>When it was created, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>When it was archived, UTC; null: active.</summary>
    public DateTime? ArchivedAt { get; private set; }

    /// <summary>Grows with every change, so that two editors notice each other.</summary>
    public int Revision { get; private set; }

    /// <summary>The file import that brought or last changed it; null: entered by hand.</summary>
    public int? ImportBatchId { get; private set; }

    /// <summary>Gives the stope another name.</summary>
    /// <exception cref="SentinelException">The name is not usable.</exception>
    public void Rename(string name, DateTime at)
    {
        Name = NameRules.Checked(name, NameLength, "stope");
        Touch(at);
    }

    /// <summary>Replaces what is known of the stope.</summary>
    /// <exception cref="SentinelException">A property is out of range.</exception>
    public void Describe(StopeProperties properties, DateTime at)
    {
        Properties = Checked(properties);
        Touch(at);
    }

    /// <summary>Sets or clears the undated label.</summary>
    public void Label(bool? stable, DateTime at)
    {
        UndatedStability = stable;
        Touch(at);
    }

    /// <summary>Remembers the import that brought or changed the stope.</summary>
    public void BroughtBy(int importBatchId) => ImportBatchId = importBatchId;

    /// <summary>Puts back what an import had changed, as if it never had; editors still notice.</summary>
    /// <param name="properties">What was known before.</param>
    /// <param name="undatedStability">The label before.</param>
    /// <param name="importBatchId">The import that had brought or changed it before; null: none had.</param>
    /// <param name="updatedAt">When it had last changed, UTC.</param>
    /// <exception cref="SentinelException">A property is out of range.</exception>
    public void TakeBack(StopeProperties properties, bool? undatedStability, int? importBatchId, DateTime updatedAt)
    {
        Properties = Checked(properties);
        UndatedStability = undatedStability;
        ImportBatchId = importBatchId;
        Touch(updatedAt);
    }

    /// <summary>Takes the stope out of lists and predictions; nothing is deleted.</summary>
    public void Archive(DateTime at)
    {
        ArchivedAt ??= at;
        Touch(at);
    }

    /// <summary>Brings an archived stope back.</summary>
    public void Restore(DateTime at)
    {
        ArchivedAt = null;
        Touch(at);
    }

    private void Touch(DateTime at)
    {
        UpdatedAt = at;
        Revision++;
    }

    private static StopeProperties Checked(StopeProperties properties) =>
        properties.Problems().FirstOrDefault() is { } problem
            ? throw new SentinelException(
                FailureKind.InvalidInput,
                "stope_out_of_range",
                $"{problem.Field} {problem.Reason}."
            )
            : properties;
}
