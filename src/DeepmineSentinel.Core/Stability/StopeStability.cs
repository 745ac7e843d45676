using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Stability;

/// <summary>Q', the factors and N' of a stope as far as its properties allow: what is given wins over what is computed.</summary>
/// <param name="QPrime">Q'; null where neither it nor Jn, Jr and Ja are known.</param>
/// <param name="FactorA">A; null where neither it nor strength and stress are known.</param>
/// <param name="FactorB">B; null where neither it nor the joint angle is known.</param>
/// <param name="FactorC">C as given, else for gravity from the stope's dip.</param>
/// <param name="NPrime">N'; null where a factor is missing or zero: then nothing is guessed.</param>
public sealed record StopeStability(double? QPrime, double? FactorA, double? FactorB, double FactorC, double? NPrime)
{
    /// <summary>What a stope's properties give.</summary>
    public static StopeStability Of(StopeProperties properties)
    {
        double? q = QPrimeOf(properties);
        double? a = properties.FactorA ?? FactorAOf(properties);
        double? b =
            properties.FactorB ?? (properties.JointAngleDegrees is { } angle ? StabilityNumber.FactorB(angle) : null);
        double c = properties.FactorC ?? StabilityNumber.FactorC(properties.DipDegrees);
        double? n =
            q is { } quality && a is { } stress && b is { } joint
                ? StabilityNumber.NPrime(quality, stress, joint, c)
                : null;
        return new StopeStability(q, a, b, c, n > 0 ? n : null);
    }

    private static double? QPrimeOf(StopeProperties properties) =>
        properties.QPrime
        ?? (
            properties
                is {
                    JointSetNumber: { } sets,
                    JointRoughnessNumber: { } roughness,
                    JointAlterationNumber: { } alteration
                }
                ? StabilityNumber.QPrime(properties.RqdPercent, sets, roughness, alteration)
                : null
        );

    private static double? FactorAOf(StopeProperties properties) =>
        properties is { UcsMegapascals: { } strength, InducedStressMegapascals: { } stress }
            ? StabilityNumber.FactorA(strength, stress)
            : null;
}
