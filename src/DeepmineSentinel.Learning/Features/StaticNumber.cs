using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Features;

/// <summary>A number of a stope that the network sees: as measured, or derived from what was.</summary>
/// <param name="Name">Column name as in files, or the derived quantity's.</param>
/// <param name="Unit">Unit.</param>
/// <param name="IsDerived">Whether it follows from the others.</param>
/// <param name="Value">The value; null: not known.</param>
internal sealed record StaticNumber(
    string Name,
    string Unit,
    bool IsDerived,
    Func<StopeProperties, StopeStability, double?> Value
)
{
    public NumberTransform Transform =>
        Name == StopeQuantities.QPrime.Name ? NumberTransform.SignedLog : NumberTransform.None;
}
