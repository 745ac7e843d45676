using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv.Rows;

/// <summary>Reads rows of a stopes file.</summary>
internal static class StopeRowParser
{
    private static readonly int Name = Column(CsvLayout.StopeName);
    private static readonly int Mine = Column(CsvLayout.Mine);
    private static readonly int Rqd = Column(StopeQuantities.Rqd.Name);
    private static readonly int Radius = Column(StopeQuantities.HydraulicRadius.Name);
    private static readonly int Depth = Column(StopeQuantities.Depth.Name);
    private static readonly int Dip = Column(StopeQuantities.Dip.Name);
    private static readonly int Direction = Column("direction");
    private static readonly int Undercut = Column(StopeQuantities.UndercutWidth.Name);
    private static readonly int Rock = Column("rock_type");
    private static readonly int Support = Column("support_type");
    private static readonly int Density = Column(StopeQuantities.SupportDensity.Name);
    private static readonly int Installed = Column("support_installed");
    private static readonly int Stability = Column("stability");
    private static readonly int Synthetic = Column("synthetic");

    /// <summary>The present row; null when anything in it was refused.</summary>
    public static StopeRow? Parse(RowReader row)
    {
        string mine = row.Mine(Mine);
        string name = row.Name(Name, Stope.NameLength);
        StopeProperties properties = WithRatings(row, Measured(row));
        bool? stability = row.Flag(Stability, required: false);
        bool? synthetic = row.Flag(Synthetic, required: false);
        if (row.OfRow.Count == 0)
        {
            foreach (FieldProblem problem in properties.Problems())
            {
                row.Refuse(problem.Field, "number", problem.Reason);
            }
        }

        return row.OfRow.Count > 0
            ? null
            : new StopeRow(mine, name, properties) { UndatedStability = stability, Synthetic = synthetic };
    }

    private static StopeProperties Measured(RowReader row) =>
        new()
        {
            RqdPercent = row.Required(Rqd, StopeQuantities.Rqd),
            HydraulicRadiusMetres = row.Required(Radius, StopeQuantities.HydraulicRadius),
            DepthMetres = row.Required(Depth, StopeQuantities.Depth),
            DipDegrees = row.Required(Dip, StopeQuantities.Dip),
            Direction = row.Category<CompassDirection>(Direction),
            UndercutWidthMetres = row.Required(Undercut, StopeQuantities.UndercutWidth),
            RockType = row.Category<RockType>(Rock),
            SupportType = row.Category<SupportType>(Support),
            SupportDensity = row.Required(Density, StopeQuantities.SupportDensity),
            SupportInstalled = row.Flag(Installed, required: true) ?? false,
        };

    private static StopeProperties WithRatings(RowReader row, StopeProperties measured) =>
        measured with
        {
            JointSetNumber = Rating(row, StopeQuantities.JointSetNumber),
            JointRoughnessNumber = Rating(row, StopeQuantities.JointRoughness),
            JointAlterationNumber = Rating(row, StopeQuantities.JointAlteration),
            QPrime = Rating(row, StopeQuantities.QPrime),
            UcsMegapascals = Rating(row, StopeQuantities.Ucs),
            InducedStressMegapascals = Rating(row, StopeQuantities.InducedStress),
            JointAngleDegrees = Rating(row, StopeQuantities.JointAngle),
            FactorA = Rating(row, StopeQuantities.FactorA),
            FactorB = Rating(row, StopeQuantities.FactorB),
            FactorC = Rating(row, StopeQuantities.FactorC),
        };

    private static double? Rating(RowReader row, QuantityRange range) => row.Optional(Column(range.Name), range);

    private static int Column(string name) => CsvLayout.Stopes.IndexOf(name);
}
