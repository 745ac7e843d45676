using System.Reflection;
using System.Text;
using System.Text.Json;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Runs.Folds;
using DeepmineSentinel.Learning.Runs.Report;
using DeepmineSentinel.Learning.Tests.Networks;

namespace DeepmineSentinel.Learning.Tests.Runs.Folds;

public sealed class CrossValidationTests
{
    private static readonly DemoMine Mine = DemoMineGenerator.Generate(
        new()
        {
            Stopes = 40,
            Days = 50,
            Seed = 7,
        }
    );

    private static readonly CrossValidationRequest Request = new()
    {
        Data = new MineDataset(Mine.Stopes, new string('b', 64)),
        Options = SmallNetwork.Options,
        Folds = new FoldOptions { Folds = 2 },
    };

    [Fact]
    public void Every_model_answers_for_every_stope_once_and_the_report_tells_it_without_anything_from_elsewhere()
    {
        CrossValidationResult result = Run(Request, new FoldMemory());
        Assert.Equal(
            result.Evaluation.Stopes,
            Mine.Stopes.Count(stope => stope.Outcomes.Count > 0 && stope.Readings.Count > 0)
        );
        Assert.Equal(2, result.Folds.Count);
        Assert.Equal(result.Evaluation.Stopes, result.Folds.Sum(fold => fold.Test));
        string[] names = [.. result.Evaluation.Models.Select(model => model.Name)];
        Assert.Equal(ModelEvaluation.NetworkName, names[0]);
        string[] others =
        [
            .. BaselineSet.Create().Select(baseline => baseline.Name),
            "static_branch",
            "series_branch",
            "oracle",
        ];
        Assert.Equal(others, names[1..]);
        Assert.NotNull(result.Room?.Share);
        Assert.NotEmpty(result.Coverage);
        Assert.Contains(result.Importance, feature => feature.Name.StartsWith("temperature", StringComparison.Ordinal));
        Assert.All(result.Alarms, model => Assert.InRange(model.FalseAlarmsPerStopeYear, 0, 1));
        using MemoryStream page = new();
        FoldReport.Write(page, result);
        string html = Encoding.UTF8.GetString(page.ToArray());
        Assert.Contains("Lead", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Folds_that_were_kept_are_not_run_again_and_the_figures_are_the_same()
    {
        FoldMemory memory = new();
        CrossValidationRequest request = Request with { BranchesAlone = false, Importance = false };
        string whole = Text(Run(request, memory));
        memory.Forget(1);
        memory.Kept.Clear();
        Assert.Equal(whole, Text(Run(request, memory)));
        Assert.Equal(1, Assert.Single(memory.Kept));
    }

    [Fact]
    public void The_key_tells_data_choices_and_folds_apart()
    {
        string[] keys =
        [
            Request.Key(),
            (Request with { Data = new MineDataset(Mine.Stopes, new string('c', 64)) }).Key(),
            (Request with { Options = Request.Options with { Seed = 1 } }).Key(),
            (Request with { Folds = new FoldOptions { Folds = 3 } }).Key(),
            (Request with { BranchesAlone = false }).Key(),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], Request.Key());
    }

    [Fact]
    public void Shuffled_labels_are_the_same_outcomes_at_other_stopes()
    {
        MineDataset shuffled = LeakCheck.Shuffled(Request.Data, 1);
        Assert.Equal(Mine.Stopes.Select(stope => stope.Readings), shuffled.Stopes.Select(stope => stope.Readings));
        Assert.NotEqual(Mine.Stopes.Select(stope => stope.Outcomes), shuffled.Stopes.Select(stope => stope.Outcomes));
        Assert.Equal(
            Mine.Stopes.Select(stope => stope.Outcomes.Count).Order(),
            shuffled.Stopes.Select(stope => stope.Outcomes.Count).Order()
        );
        Assert.NotEqual(Request.Data.ContentHash, shuffled.ContentHash);
    }

    [Fact]
    public void Nothing_that_learns_can_name_the_truth()
    {
        string[] blind = ["Features", "Networks", "Training", "Search", "Artifacts", "Inference"];
        Type[] hidden = [typeof(StopeTruth), typeof(DemoMine), typeof(Oracle), typeof(DemoOracle)];
        const BindingFlags all =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        IEnumerable<Type> learning = typeof(DualBranchNetwork)
            .Assembly.GetTypes()
            .Where(type =>
                blind.Any(name =>
                    type.Namespace?.StartsWith($"DeepmineSentinel.Learning.{name}", StringComparison.Ordinal) == true
                )
            );
        foreach (Type type in learning)
        {
            IEnumerable<Type> named = type.GetFields(all)
                .Select(field => field.FieldType)
                .Concat(
                    type.GetMethods(all).SelectMany(method => method.GetParameters()).Select(one => one.ParameterType)
                )
                .Concat(type.GetMethods(all).Select(method => method.ReturnType))
                .Concat(
                    type.GetMethods(all)
                        .SelectMany(method => method.GetMethodBody()?.LocalVariables ?? [])
                        .Select(one => one.LocalType)
                );
            Assert.DoesNotContain(named, one => hidden.Contains(one) || one.GenericTypeArguments.Any(hidden.Contains));
        }
    }

    private static CrossValidationResult Run(CrossValidationRequest request, FoldMemory memory) =>
        CrossValidation.Run(request, memory, TestContext.Current.CancellationToken);

    private static string Text(CrossValidationResult result) =>
        JsonSerializer.Serialize(
            result with
            {
                Folds = [.. result.Folds.Select(fold => fold with { Seconds = 0 })],
            },
            ArtifactJson.ResultOptions
        );
}
