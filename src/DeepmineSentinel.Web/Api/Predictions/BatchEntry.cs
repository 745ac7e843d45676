using DeepmineSentinel.Web.Services.Predictions.Batches;
using Field = DeepmineSentinel.Web.Api.JsonField<DeepmineSentinel.Web.Api.Predictions.BatchEntry>;

namespace DeepmineSentinel.Web.Api.Predictions;

/// <summary>Which stopes are to be predicted in the background, as it is sent.</summary>
internal sealed record BatchEntry
{
    /// <summary>The most stopes in a request; Predictions:MostInBatch may allow fewer.</summary>
    public const int MostStopes = 5_000;

    public IReadOnlyList<int> StopeIds { get; init; } = [];

    /// <summary>Null: each stope's newest reading.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Null: whatever answers everywhere.</summary>
    public string? RunId { get; init; }

    public static FieldReader<BatchEntry> Fields { get; } =
        new(
            new Dictionary<string, Field>
            {
                ["stopeIds"] = Field.Wholes(MostStopes, (entry, ids) => entry with { StopeIds = ids }),
                ["asOf"] = Field.MomentOrNull((entry, moment) => entry with { AsOf = moment }),
                ["runId"] = Field.Text((entry, text) => entry with { RunId = text }),
            }
        )
        {
            Required = ["stopeIds"],
        };

    public PredictionBatchRequest ToRequest() =>
        new()
        {
            StopeIds = StopeIds,
            Selection = "Chosen by the API",
            AsOf = AsOf,
            RunId = RunId,
        };
}
