using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.Data.Sqlite;

namespace DeepmineSentinel.Web.Tests.Registry;

/// <summary>Models that answer for case histories live beside those for stopes, with pointers of their own.</summary>
public sealed class PurposeTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_purpose_has_pointers_of_its_own_that_move_alone()
    {
        await using TestSite site = new(mine);
        (string first, string second) = await PromotedAsync(site);

        Assert.Equal((second, first), await PointedAsync(site, ModelPurpose.CaseHistory));
        Assert.Equal((mine.Production, mine.Previous), await PointedAsync(site, ModelPurpose.Stope));

        await DoneAsync(site, "models", "rollback", "--purpose", "case-history");
        Assert.Equal((first, second), await PointedAsync(site, ModelPurpose.CaseHistory));
        Assert.Equal((mine.Production, mine.Previous), await PointedAsync(site, ModelPurpose.Stope));

        await DoneAsync(site, "models", "rollback");
        Assert.Equal((first, second), await PointedAsync(site, ModelPurpose.CaseHistory));
        Assert.Equal((mine.Previous, mine.Production), await PointedAsync(site, ModelPurpose.Stope));

        CommandResult listed = await DoneAsync(site, "models", "list", "--json");
        Assert.Equal(
            [
                (first, "case_history", "production"),
                (second, "case_history", "previous"),
                (mine.Previous, "stope", "production"),
                (mine.Production, "stope", "previous"),
            ],
            listed
                .Json.EnumerateArray()
                .Select(row =>
                    (
                        row.GetProperty("runId").GetString()!,
                        row.GetProperty("purpose").GetString()!,
                        row.GetProperty("state").GetString()!
                    )
                )
                .OrderBy(row => row.Item2)
                .ThenByDescending(row => row.Item3)
        );
    }

    [Fact]
    public async Task After_the_database_was_lost_a_rescan_restores_the_pointers_of_both()
    {
        await using TestSite site = new(mine);
        (string first, string second) = await PromotedAsync(site);
        SqliteConnection.ClearAllPools();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(site.Root, "data"), "*.db*"))
        {
            File.Delete(file);
        }

        await DoneAsync(site, "models", "rescan");

        Assert.Equal((second, first), await PointedAsync(site, ModelPurpose.CaseHistory));
        Assert.Equal((mine.Production, mine.Previous), await PointedAsync(site, ModelPurpose.Stope));
    }

    [Fact]
    public async Task A_model_for_case_histories_gives_no_stope_a_level()
    {
        await using TestSite site = new(mine);
        string other = OtherPurpose.Make(site.Root, 1);

        CommandResult predicted = await site.CommandLine.RunAsync(
            "predict-stability",
            "--all",
            "--run",
            other,
            "--json"
        );
        CommandResult started = await site.CommandLine.RunAsync("train-model", "--epochs", "1", "--from", other);
        Directory.Delete(Path.Combine(site.Root, "models", mine.Production), recursive: true);
        Directory.Delete(Path.Combine(site.Root, "models", mine.Previous), recursive: true);

        Assert.True(predicted.ExitCode == 0, predicted.Error);
        Assert.All(
            predicted.Json.EnumerateArray(),
            answer =>
            {
                Assert.Equal("unknown", answer.GetProperty("level").GetString());
                Assert.Equal(0, answer.GetProperty("forecast").GetArrayLength());
                Assert.Equal(other, answer.GetProperty("caseHistories").GetProperty("runId").GetString());
            }
        );
        Assert.Contains("[from_other_purpose]", started.Error, StringComparison.Ordinal);
        Assert.False(await site.Get<MLPredictionService>().IsModelTrained(Token));
    }

    [Fact]
    public async Task Models_of_two_purposes_are_not_compared()
    {
        await using TestSite site = new(mine);
        string other = OtherPurpose.Make(site.Root, 1);
        await DoneAsync(site, "models", "rescan");

        CommandResult refused = await site.CommandLine.RunAsync("models", "compare", mine.Production, other);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("[invalid_comparison]", refused.Error, StringComparison.Ordinal);
        Assert.Contains($"{other} for case histories", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_keeps_the_purpose()
    {
        await using TestSite site = new(mine);
        using CommandFolder elsewhere = new();
        string other = OtherPurpose.Make(site.Root, 1);
        string zip = Path.Combine(elsewhere.Path, "other.zip");
        await DoneAsync(site, "models", "export", other, "--to", zip);

        CommandResult imported = await elsewhere.CommandLine.RunAsync("models", "import", zip);
        CommandResult shown = await elsewhere.CommandLine.RunAsync("models", "show", other, "--json");

        Assert.True(imported.ExitCode == 0, imported.Error);
        Assert.Equal("case_history", shown.Json.GetProperty("purpose").GetString());
    }

    // Two case-history models, the second in production.
    private static async Task<(string First, string Second)> PromotedAsync(TestSite site)
    {
        string first = OtherPurpose.Make(site.Root, 1);
        string second = OtherPurpose.Make(site.Root, 2);
        await DoneAsync(site, "models", "rescan");
        await DoneAsync(site, "models", "promote", first, "--override", "The first of its kind.");
        await DoneAsync(site, "models", "promote", second, "--override", "Knows more sources.");
        return (first, second);
    }

    private static async Task<(string?, string?)> PointedAsync(TestSite site, ModelPurpose purpose)
    {
        ProductionPointers now = await site.Get<ModelPointers>().ReadAsync(purpose, Token);
        return (now.Production?.RunId, now.Previous?.RunId);
    }

    private static async Task<CommandResult> DoneAsync(TestSite site, params string[] arguments)
    {
        CommandResult result = await site.CommandLine.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Error);
        return result;
    }
}
