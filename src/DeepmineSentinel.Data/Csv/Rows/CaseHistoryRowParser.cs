using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv.Rows;

/// <summary>Reads rows of a file of case histories.</summary>
internal static class CaseHistoryRowParser
{
    private static readonly int Location = Column("location");
    private static readonly int Surface = Column("surface");
    private static readonly int Source = Column("source");
    private static readonly int Rqd = Column(StopeQuantities.Rqd.Name);
    private static readonly int JointSets = Column(CaseHistory.JointSets.Name);
    private static readonly int Roughness = Column(StopeQuantities.JointRoughness.Name);
    private static readonly int Alteration = Column(CaseHistory.JointAlteration.Name);
    private static readonly int QPrime = Column(StopeQuantities.QPrime.Name);
    private static readonly int FactorA = Column(StopeQuantities.FactorA.Name);
    private static readonly int FactorB = Column(StopeQuantities.FactorB.Name);
    private static readonly int FactorC = Column(StopeQuantities.FactorC.Name);
    private static readonly int NPrime = Column(CaseHistory.StabilityNumber.Name);
    private static readonly int Radius = Column(StopeQuantities.HydraulicRadius.Name);
    private static readonly int State = Column("state");

    /// <summary>The present row; null when anything in it was refused.</summary>
    public static CaseHistory? Parse(RowReader row)
    {
        string location = row.Name(Location, CaseHistory.TextLength);
        double? published = row.Optional(NPrime, CaseHistory.StabilityNumber);
        CaseHistory history = new()
        {
            Location = location,
            Source = row.Text(Source, CaseHistory.TextLength) ?? CaseSource.Of(location),
            Surface = row.Text(Surface, CaseHistory.TextLength),
            RqdPercent = row.Optional(Rqd, StopeQuantities.Rqd),
            JointSetNumber = row.Optional(JointSets, CaseHistory.JointSets),
            JointRoughnessNumber = row.Optional(Roughness, StopeQuantities.JointRoughness),
            JointAlterationNumber = row.Optional(Alteration, CaseHistory.JointAlteration),
            QPrime = row.Required(QPrime, StopeQuantities.QPrime),
            FactorA = row.Required(FactorA, StopeQuantities.FactorA),
            FactorB = row.Required(FactorB, StopeQuantities.FactorB),
            FactorC = row.Required(FactorC, StopeQuantities.FactorC),
            HydraulicRadiusMetres = row.Required(Radius, StopeQuantities.HydraulicRadius),
            NPrime = published ?? 0,
            State = row.Category<OutcomeClass>(State),
        };
        if (row.OfRow.Count > 0)
        {
            return null;
        }

        return published is null ? history with { NPrime = history.ComputedNPrime } : history;
    }

    private static int Column(string name) => CsvLayout.CaseHistories.IndexOf(name);
}
