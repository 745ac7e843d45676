using Field = DeepmineSentinel.Web.Api.JsonField<DeepmineSentinel.Web.Api.Predictions.BatchEntry>;

namespace DeepmineSentinel.Web.Api.Predictions;

/// <summary>Which stopes are to be predicted at once, as it is sent.</summary>
internal sealed record BatchEntry
{
    /// <summary>The most stopes in a request, which waits for its answer.</summary>
    public const int MostStopes = 100;

    public IReadOnlyList<int> StopeIds { get; init; } = [];

    /// <summary>Null: each stope's newest reading.</summary>
    public DateTime? AsOf { get; init; }

    public static FieldReader<BatchEntry> Fields { get; } =
        new(
            new Dictionary<string, Field>
            {
                ["stopeIds"] = Field.Wholes(MostStopes, (entry, ids) => entry with { StopeIds = ids }),
                ["asOf"] = Field.MomentOrNull((entry, moment) => entry with { AsOf = moment }),
            }
        )
        {
            Required = ["stopeIds"],
        };
}
