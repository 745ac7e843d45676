namespace DeepmineSentinel.Data.Tests.Csv;

/// <summary>Texts of small files.</summary>
internal static class CsvText
{
    public const string StopeHeader =
        "stope_name,rqd,hr,depth,dip,direction,undercut_wdt,rock_type,support_type,support_density,support_installed";

    public const string ReadingHeader =
        "stope_name,timestamp,vibration_velocity,deformation_rate,stress,temperature,humidity";

    public const string GoodStope = "S1,75.5,6.2,450.0,65.0,North,5.5,Granite,Rock Bolts,0.8,True";

    /// <summary>A good row with one cell replaced.</summary>
    public static string StopeWith(string column, string cell)
    {
        string[] cells = GoodStope.Split(',');
        cells[Array.IndexOf(StopeHeader.Split(','), column)] = cell;
        return string.Join(',', cells);
    }

    public static string Stopes(params string[] rows) => StopeHeader + "\n" + string.Join('\n', rows) + "\n";

    public static string Readings(params string[] rows) => ReadingHeader + "\n" + string.Join('\n', rows) + "\n";
}
