using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Importing;

/// <summary>What an update leaves alone: a column that the file does not have says nothing about its value.</summary>
internal static class StopeMerge
{
    public static StopeProperties Merged(StopeProperties stored, StopeProperties read, Func<string, bool> has)
    {
        double? Take(QuantityRange range, double? old, double? now) => has(range.Name) ? now : old;
        return read with
        {
            JointSetNumber = Take(StopeQuantities.JointSetNumber, stored.JointSetNumber, read.JointSetNumber),
            JointRoughnessNumber = Take(
                StopeQuantities.JointRoughness,
                stored.JointRoughnessNumber,
                read.JointRoughnessNumber
            ),
            JointAlterationNumber = Take(
                StopeQuantities.JointAlteration,
                stored.JointAlterationNumber,
                read.JointAlterationNumber
            ),
            QPrime = Take(StopeQuantities.QPrime, stored.QPrime, read.QPrime),
            UcsMegapascals = Take(StopeQuantities.Ucs, stored.UcsMegapascals, read.UcsMegapascals),
            InducedStressMegapascals = Take(
                StopeQuantities.InducedStress,
                stored.InducedStressMegapascals,
                read.InducedStressMegapascals
            ),
            JointAngleDegrees = Take(StopeQuantities.JointAngle, stored.JointAngleDegrees, read.JointAngleDegrees),
            FactorA = Take(StopeQuantities.FactorA, stored.FactorA, read.FactorA),
            FactorB = Take(StopeQuantities.FactorB, stored.FactorB, read.FactorB),
            FactorC = Take(StopeQuantities.FactorC, stored.FactorC, read.FactorC),
        };
    }
}
