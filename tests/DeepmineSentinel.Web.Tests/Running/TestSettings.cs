namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>Settings under which nothing happens unasked.</summary>
internal static class TestSettings
{
    public static Dictionary<string, string?> Of(string root) =>
        new()
        {
            ["environment"] = "Production",
            // Every watched file of settings takes one of the few watchers that Linux gives a user; nobody edits them here.
            ["hostBuilder:reloadConfigOnChange"] = "false",
            ["Site:Root"] = root,
            ["Site:SeedDemo"] = "false",
            ["Predictions:Automatic"] = "false",
            ["Alerts:Automatic"] = "false",
            ["Predictions:FallbackTraining"] = "false",
            ["Predictions:WatchInterval"] = "00:00:00.2",
            ["Predictions:SettleTime"] = "00:00:00",
            ["Logging:LogLevel:Default"] = "Critical",
        };
}
