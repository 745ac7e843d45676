using System.Globalization;
using DeepmineSentinel.Core.Stopes;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Parses a form and reports every problem at its field.</summary>
public sealed class StopeFormReader(StopeForm form, ModelStateDictionary state)
{
    /// <summary>Columns that a stope cannot do without.</summary>
    public static IReadOnlyList<QuantityRange> Required { get; } =
    [
        StopeQuantities.Rqd,
        StopeQuantities.HydraulicRadius,
        StopeQuantities.Depth,
        StopeQuantities.Dip,
        StopeQuantities.UndercutWidth,
        StopeQuantities.SupportDensity,
    ];

    public static IReadOnlyList<QuantityRange> Optional { get; } =
    [
        StopeQuantities.JointSetNumber,
        StopeQuantities.JointRoughness,
        StopeQuantities.JointAlteration,
        StopeQuantities.QPrime,
        StopeQuantities.Ucs,
        StopeQuantities.InducedStress,
        StopeQuantities.JointAngle,
        StopeQuantities.FactorA,
        StopeQuantities.FactorB,
        StopeQuantities.FactorC,
    ];

    /// <returns>What was typed; null when anything is wrong, the reasons being in the model state.</returns>
    public StopeProperties? Read()
    {
        if (NameRules.Problem(form.Name, Stope.NameLength) is { } reason)
        {
            state.AddModelError(nameof(form.Name), $"The name {reason}.");
        }

        Demand(form.MineId is null, nameof(form.MineId), "Choose a mine.");
        Demand(form.Direction is null, nameof(form.Direction), "Choose a direction.");
        Demand(form.RockType is null, nameof(form.RockType), "Choose a rock type.");
        Demand(form.SupportType is null, nameof(form.SupportType), "Choose a support type.");
        Dictionary<string, double?> numbers = Required
            .Concat(Optional)
            .ToDictionary(range => range.Name, range => Number(range));
        if (!state.IsValid)
        {
            return null;
        }

        StopeProperties properties = Build(numbers);
        foreach (FieldProblem problem in properties.Problems())
        {
            state.AddModelError(Key(problem.Field), $"This {problem.Reason}.");
        }

        return state.IsValid ? properties : null;
    }

    public static string Key(string column) => $"{nameof(StopeForm.Values)}[{column}]";

    private void Demand(bool missing, string key, string message)
    {
        if (missing)
        {
            state.AddModelError(key, message);
        }
    }

    private double? Number(QuantityRange range)
    {
        string text = form.Text(range)?.Trim() ?? "";
        if (text.Length == 0)
        {
            Demand(Required.Contains(range), Key(range.Name), $"{range.Label} is needed; it {range.Allowed}.");
            return null;
        }

        if (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && range.Contains(value)
        )
        {
            return value;
        }

        string reason = text.Contains(',', StringComparison.Ordinal)
            ? "is not a number here: write decimals with a point"
            : range.Allowed;
        state.AddModelError(Key(range.Name), $"{range.Label} {reason}.");
        return null;
    }

    private StopeProperties Build(Dictionary<string, double?> numbers)
    {
        double? Of(QuantityRange range) => numbers[range.Name];
        return new StopeProperties
        {
            RqdPercent = Of(StopeQuantities.Rqd)!.Value,
            HydraulicRadiusMetres = Of(StopeQuantities.HydraulicRadius)!.Value,
            DepthMetres = Of(StopeQuantities.Depth)!.Value,
            DipDegrees = Of(StopeQuantities.Dip)!.Value,
            Direction = form.Direction!.Value,
            UndercutWidthMetres = Of(StopeQuantities.UndercutWidth)!.Value,
            RockType = form.RockType!.Value,
            SupportType = form.SupportType!.Value,
            SupportDensity = Of(StopeQuantities.SupportDensity)!.Value,
            SupportInstalled = form.SupportInstalled,
            JointSetNumber = Of(StopeQuantities.JointSetNumber),
            JointRoughnessNumber = Of(StopeQuantities.JointRoughness),
            JointAlterationNumber = Of(StopeQuantities.JointAlteration),
            QPrime = Of(StopeQuantities.QPrime),
            UcsMegapascals = Of(StopeQuantities.Ucs),
            InducedStressMegapascals = Of(StopeQuantities.InducedStress),
            JointAngleDegrees = Of(StopeQuantities.JointAngle),
            FactorA = Of(StopeQuantities.FactorA),
            FactorB = Of(StopeQuantities.FactorB),
            FactorC = Of(StopeQuantities.FactorC),
        };
    }
}
