namespace DeepmineSentinel.Learning.Runs.Report.Charts;

/// <summary>How much worse the network answers without a feature.</summary>
internal static class ImportanceChart
{
    private const int MostRows = 20;

    /// <summary>The features that matter most, either way; null: none was measured.</summary>
    public static string? Draw(IReadOnlyDictionary<string, double> importance)
    {
        KeyValuePair<string, double>[] shown =
        [
            .. importance
                .OrderByDescending(pair => Math.Abs(pair.Value))
                .Take(MostRows)
                .OrderByDescending(pair => pair.Value),
        ];
        if (shown.Length == 0)
        {
            return null;
        }

        double low = Math.Min(0, shown[^1].Value);
        double high = Math.Max(shown[0].Value, Math.Max(-low, 1e-9) * 0.1);
        BarRows rows = new("Rise of the log-loss by feature", new PlotRange(low, high, "rise of the mean log-loss"));
        foreach ((string name, double rise) in shown)
        {
            rows.Bar(name, rise);
        }

        return rows.ToSvg();
    }
}
