using DeepmineSentinel.Core.Registry;
using Field = DeepmineSentinel.Web.Api.JsonField<DeepmineSentinel.Web.Api.Registry.ModelMove>;

namespace DeepmineSentinel.Web.Api.Registry;

/// <summary>Why and where production moves, as it is sent.</summary>
internal sealed record ModelMove
{
    /// <summary>Null: none.</summary>
    public string? Reason { get; init; }

    public ModelPurpose Purpose { get; init; } = ModelPurpose.Stope;

    private static Field Why { get; } =
        Field.TextUpTo(PointerMove.ReasonLength, (move, text) => move with { Reason = text });

    public static FieldReader<ModelMove> Promotion { get; } = new(new Dictionary<string, Field> { ["reason"] = Why });

    public static FieldReader<ModelMove> Rollback { get; } =
        new(
            new Dictionary<string, Field>
            {
                ["reason"] = Why,
                ["purpose"] = Field.Category<ModelPurpose>((move, purpose) => move with { Purpose = purpose }),
            }
        );
}
