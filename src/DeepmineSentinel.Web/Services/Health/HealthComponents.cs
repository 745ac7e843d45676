namespace DeepmineSentinel.Web.Services.Health;

/// <summary>The parts that the product stands on.</summary>
public sealed record HealthComponents
{
    public required ComponentHealth Database { get; init; }
    public required ComponentHealth Stopes { get; init; }
    public required ComponentHealth Readings { get; init; }
    public required ComponentHealth Outcomes { get; init; }
    public required ComponentHealth ArtifactStore { get; init; }
    public required ComponentHealth TrainingData { get; init; }

    /// <summary>Stored case histories and the model that answers from them; none of either is no defect.</summary>
    public required ComponentHealth CaseHistories { get; init; }

    public IEnumerable<(string Name, ComponentHealth Health)> All() =>
        [
            ("database", Database),
            ("stopes", Stopes),
            ("readings", Readings),
            ("outcomes", Outcomes),
            ("artifactStore", ArtifactStore),
            ("trainingData", TrainingData),
            ("caseHistories", CaseHistories),
        ];
}
