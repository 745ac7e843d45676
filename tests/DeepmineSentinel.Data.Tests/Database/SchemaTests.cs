using System.Text.RegularExpressions;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DeepmineSentinel.Data.Tests.Database;

public sealed partial class SchemaTests
{
    private static readonly string Script = ServerScript();

    [Fact]
    public void The_model_has_no_pending_changes_for_either_provider()
    {
        using SqliteSentinelContext sqlite = new SqliteDesignTimeFactory().CreateDbContext([]);
        using SqlServerSentinelContext server = new SqlServerDesignTimeFactory().CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges(), "Add a migration for SQLite.");
        Assert.False(server.Database.HasPendingModelChanges(), "Add a migration for SQL Server.");
    }

    [Fact]
    public void Every_time_on_SQL_Server_is_datetime2_and_every_quantity_is_a_float()
    {
        string[] types = [.. ColumnLine().Matches(Script).Select(line => line.Groups["type"].Value).Distinct().Order()];
        Assert.Equal(["bigint", "bit", "datetime2", "float", "int", "nvarchar"], types);
        Assert.Contains("[ObservedAt] datetime2 NOT NULL", Script, StringComparison.Ordinal);
        Assert.Contains("[DepthMetres] float NOT NULL", Script, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_JSON_documents_are_texts_without_a_length_on_SQL_Server()
    {
        string[] unlimited =
        [
            .. Regex.Matches(Script, @"\[(\w+)\] nvarchar\(max\)").Select(match => match.Groups[1].Value).Order(),
        ];
        Assert.Equal(
            [
                "Before",
                "Content",
                "Document",
                "Document",
                "Document",
                "Document",
                "Fields",
                "Metrics",
                "Options",
                "Report",
            ],
            unlimited
        );
    }

    [Theory]
    [InlineData("CREATE UNIQUE INDEX [IX_Mines_Name] ON [Mines] ([Name])")]
    [InlineData("CREATE UNIQUE INDEX [IX_Stopes_MineId_Name] ON [Stopes] ([MineId], [Name])")]
    [InlineData("CONSTRAINT [PK_Readings] PRIMARY KEY ([StopeId], [Timestamp])")]
    [InlineData("[Name] nvarchar(100) COLLATE Latin1_General_100_CI_AS NOT NULL")]
    [InlineData("ON [Predictions] ([StopeId]) WHERE [IsLatest] = 1")]
    [InlineData("ON [ModelVersions] ([Purpose]) WHERE [State] = 'Production'")]
    [InlineData("ON [ModelVersions] ([Purpose]) WHERE [State] = 'Previous'")]
    [InlineData("ON [Alerts] ([StopeId], [CauseKind], [Channel]) WHERE [ResolvedAt] IS NULL")]
    [InlineData("CHECK ([RqdPercent] >= 0 AND [RqdPercent] <= 100)")]
    public void The_SQL_Server_script_has(string text) => Assert.Contains(text, Script, StringComparison.Ordinal);

    [Fact]
    public void Tables_written_many_rows_at_once_have_no_identity_column_on_SQL_Server()
    {
        foreach (
            string table in new[]
            {
                "Stopes",
                "Readings",
                "Events",
                "Outcomes",
                "Predictions",
                "Alerts",
                "AlertChanges",
                "ReplacedReadings",
                "ReplacedRows",
                "PredictionBatchItems",
            }
        )
        {
            string body = Regex.Match(Script, $@"CREATE TABLE \[{table}\] \((.*?)\n\);", RegexOptions.Singleline).Value;
            Assert.NotEmpty(body);
            Assert.DoesNotContain("IDENTITY", body, StringComparison.Ordinal);
        }
    }

    private static string ServerScript()
    {
        using SqlServerSentinelContext context = new SqlServerDesignTimeFactory().CreateDbContext([]);
        string script = context.GetService<IMigrator>().GenerateScript();
        return script[script.IndexOf("CREATE TABLE [Mines]", StringComparison.Ordinal)..];
    }

    [GeneratedRegex(@"^    \[\w+\] (?<type>\w+)", RegexOptions.Multiline)]
    private static partial Regex ColumnLine();
}
