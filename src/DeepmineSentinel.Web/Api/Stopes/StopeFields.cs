using System.Collections.Frozen;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Stopes;
using Field = DeepmineSentinel.Web.Api.JsonField<DeepmineSentinel.Web.Services.Stopes.StopeDraft>;

namespace DeepmineSentinel.Web.Api.Stopes;

/// <summary>The members of <c>properties</c> of a stope; a test holds them equal to those of <see cref="StopeProperties"/>.</summary>
internal static class StopeFields
{
    private static readonly (string Member, QuantityRange Range)[] Numbers =
    [
        ("rqdPercent", StopeQuantities.Rqd),
        ("hydraulicRadiusMetres", StopeQuantities.HydraulicRadius),
        ("depthMetres", StopeQuantities.Depth),
        ("dipDegrees", StopeQuantities.Dip),
        ("undercutWidthMetres", StopeQuantities.UndercutWidth),
        ("supportDensity", StopeQuantities.SupportDensity),
        ("jointSetNumber", StopeQuantities.JointSetNumber),
        ("jointRoughnessNumber", StopeQuantities.JointRoughness),
        ("jointAlterationNumber", StopeQuantities.JointAlteration),
        ("qPrime", StopeQuantities.QPrime),
        ("ucsMegapascals", StopeQuantities.Ucs),
        ("inducedStressMegapascals", StopeQuantities.InducedStress),
        ("jointAngleDegrees", StopeQuantities.JointAngle),
        ("factorA", StopeQuantities.FactorA),
        ("factorB", StopeQuantities.FactorB),
        ("factorC", StopeQuantities.FactorC),
    ];

    private static readonly FrozenDictionary<string, string> MemberOf = Numbers.ToFrozenDictionary(
        pair => pair.Range.Name,
        pair => pair.Member
    );

    /// <summary>Reads the members; what is missing or out of range is found by <see cref="Problems"/>.</summary>
    public static FieldReader<StopeDraft> Reader { get; } =
        new(
            Numbers
                .Select(pair => (pair.Member, NumberOf(pair.Range)))
                .Append(
                    ("direction", Field.Category<CompassDirection>((draft, word) => draft with { Direction = word }))
                )
                .Append(("rockType", Field.Category<RockType>((draft, word) => draft with { RockType = word })))
                .Append(
                    ("supportType", Field.Category<SupportType>((draft, word) => draft with { SupportType = word }))
                )
                .Append(("supportInstalled", Field.Flag((draft, yes) => draft with { SupportInstalled = yes })))
                .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2)
        );

    /// <summary>Everything that keeps a draft from being a stope, by the rules of forms and imports.</summary>
    public static IEnumerable<FieldProblem> Problems(StopeDraft draft)
    {
        FieldProblem[] problems =
        [
            .. Missing("direction", draft.Direction),
            .. Missing("rockType", draft.RockType),
            .. Missing("supportType", draft.SupportType),
            .. Missing("supportInstalled", draft.SupportInstalled),
            .. StopeQuantities.All.SelectMany(range => Problem(range, draft.Number(range))),
        ];
        return problems.Length > 0
            ? problems
            : draft.ToProperties().Problems().Select(problem => problem with { Field = MemberOf[problem.Field] });
    }

    private static IEnumerable<FieldProblem> Missing<TValue>(string member, TValue? value)
        where TValue : struct => value is null ? [new FieldProblem(member, "must be given")] : [];

    private static IEnumerable<FieldProblem> Problem(QuantityRange range, double? value)
    {
        bool fine = value is { } number ? range.Contains(number) : !StopeDraft.Required.Contains(range);
        return fine ? []
            : value is null ? [new FieldProblem(MemberOf[range.Name], $"must be given; it {range.Allowed}")]
            : [new FieldProblem(MemberOf[range.Name], range.Allowed)];
    }

    private static Field NumberOf(QuantityRange range)
    {
        StopeDraft With(StopeDraft draft, double? value) =>
            draft with
            {
                Numbers = draft.Numbers.SetItem(range.Name, value),
            };
        return StopeDraft.Required.Contains(range)
            ? Field.Number((draft, value) => With(draft, value), range)
            : Field.NumberOrNull(With, range);
    }
}
