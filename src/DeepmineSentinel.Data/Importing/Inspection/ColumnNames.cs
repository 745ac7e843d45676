using System.Collections.Frozen;
using System.Text;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Importing.Inspection;

/// <summary>Names under which loggers, databases and spreadsheets of mines write the product's columns, without units.</summary>
internal static class ColumnNames
{
    private static readonly FrozenDictionary<string, string[]> Others = new Dictionary<string, string[]>
    {
        [CsvLayout.StopeName] = ["stope", "stope id", "stope no", "stope number", "name", "stope code", "location id"],
        [CsvLayout.Mine] = ["mine name", "site", "site name", "operation"],
        [CsvLayout.Timestamp] =
        [
            "time",
            "date",
            "datetime",
            "date time",
            "time stamp",
            "recorded at",
            "measured at",
            "reading time",
            "utc time",
        ],
        [CsvLayout.ObservedAt] =
        [
            "observed",
            "observation date",
            "inspection date",
            "surveyed at",
            "date",
            "timestamp",
            "time",
        ],
        [CsvLayout.OccurredAt] = ["occurred", "failure date", "failed at", "date of failure"],
        ["direction"] = ["dip direction", "orientation", "strike direction"],
        ["rock_type"] = ["rock", "lithology", "rock mass", "host rock"],
        ["support_type"] = ["support", "ground support"],
        ["support_installed"] = ["supported", "support in place", "is supported"],
        ["stability"] = ["stable", "is stable", "stability state"],
        ["event_type"] = ["event", "type", "event kind"],
        ["outcome"] = ["observed outcome", "condition", "result", "state"],
        ["notes"] = ["note", "comment", "comments", "remarks"],
        ["source"] = ["observed by", "method", "reference"],
        ["location"] = ["mine", "site", "case", "case history"],
        ["surface"] = ["wall", "stope surface"],
        ["state"] = ["stability", "condition", "outcome"],
        [StopeQuantities.Rqd.Name] = ["rock quality designation", "rqd percent"],
        [StopeQuantities.HydraulicRadius.Name] = ["hydraulic radius", "shape factor", "s"],
        [StopeQuantities.Depth.Name] = ["depth below surface", "mining depth"],
        [StopeQuantities.Dip.Name] = ["dip angle", "stope dip"],
        [StopeQuantities.UndercutWidth.Name] = ["undercut width", "undercut"],
        [StopeQuantities.SupportDensity.Name] = ["bolt density", "support intensity"],
        [StopeQuantities.JointSetNumber.Name] = ["joint set number"],
        [StopeQuantities.JointRoughness.Name] = ["joint roughness", "joint roughness number"],
        [StopeQuantities.JointAlteration.Name] = ["joint alteration", "joint alteration number"],
        [StopeQuantities.QPrime.Name] = ["q", "q'", "q\u2019", "q\u2032", "modified q"],
        [StopeQuantities.Ucs.Name] = ["ucs", "uniaxial compressive strength", "compressive strength"],
        [StopeQuantities.InducedStress.Name] = ["induced stress", "induced compressive stress"],
        [StopeQuantities.JointAngle.Name] = ["joint angle", "critical joint angle"],
        [StopeQuantities.FactorA.Name] = ["stress factor", "factor a", "rock stress factor"],
        [StopeQuantities.FactorB.Name] = ["joint orientation factor", "factor b"],
        [StopeQuantities.FactorC.Name] = ["gravity factor", "factor c"],
        [CaseHistory.StabilityNumber.Name] =
        [
            "n'",
            "n\u2019",
            "n\u2032",
            "stability number",
            "modified stability number",
        ],
        [ReadingQuantities.Vibration.Name] = ["vibration", "ppv", "peak particle velocity", "particle velocity", "pvs"],
        [ReadingQuantities.Deformation.Name] =
        [
            "deformation",
            "displacement rate",
            "convergence rate",
            "closure rate",
            "strain rate",
        ],
        [ReadingQuantities.Stress.Name] = ["stress reading", "stress cell", "measured stress"],
        [ReadingQuantities.Temperature.Name] = ["temp", "air temperature", "rock temperature"],
        [ReadingQuantities.Humidity.Name] = ["rh", "relative humidity"],
        [OperationalEvent.Charge.Name] = ["charge", "explosive mass", "charge weight", "explosives"],
        [OperationalEvent.Distance.Name] = ["distance", "distance to blast"],
        [Outcome.Elos.Name] = ["elos", "equivalent linear overbreak slough", "overbreak"],
    }.ToFrozenDictionary();

    /// <summary>Whether a header, without its unit, means a column.</summary>
    public static bool Mean(string header, string column)
    {
        string plain = Plain(header);
        return plain == Plain(column) || Others.GetValueOrDefault(column, []).Any(other => Plain(other) == plain);
    }

    // "Rock_Type ", "rock-type" and "Rock type" are one name.
    private static string Plain(string name)
    {
        StringBuilder plain = new();
        foreach (char sign in name.Trim().ToLowerInvariant())
        {
            bool isGap = sign is ' ' or '_' or '-' or '.' or '/' or ':' or '#';
            if (!isGap)
            {
                plain.Append(sign);
            }
        }

        return plain.ToString();
    }
}
