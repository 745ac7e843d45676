using System.Text.Json;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Checks;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Runs.Folds;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Tests.Runs;
using DeepmineSentinel.Learning.Tests.Runs.Folds;
using DeepmineSentinel.Testing;
using static DeepmineSentinel.Learning.Tests.MineBuilder;

namespace DeepmineSentinel.Learning.Tests.Evaluation;

public sealed class DataFindingsTests
{
    [Fact]
    public void Readings_made_from_labels_are_suspected_in_training_and_evaluation_alike_and_no_gate_passes_them()
    {
        MineDataset mine = ReferenceMine.ReadOrSkip();
        using TempFolder folder = new();
        TrainingResult run = TrainingPipeline.Run(
            TrainedDemo.Request(mine) with
            {
                Options = SmallNetwork.Options,
            },
            new FolderSink(folder.Path),
            TestContext.Current.CancellationToken
        );
        CrossValidationResult folds = CrossValidation.Run(
            new()
            {
                Data = mine,
                Options = SmallNetwork.Options,
                Folds = new FoldOptions { Folds = 2 },
                BranchesAlone = false,
            },
            new FoldMemory(),
            TestContext.Current.CancellationToken
        );
        foreach (DataFinding finding in new[] { Assert.Single(run.Findings), Assert.Single(folds.Findings) })
        {
            Assert.Equal(DataFindings.LabelsSuspect, finding.Code);
            Assert.InRange(finding.Numbers["stress_auc"], 0.99, 1);
            Assert.InRange(finding.Numbers["stress_auc_lower"], 0.8, 0.85);
            Assert.Contains("made from the labels?", finding.Sentence, StringComparison.Ordinal);
            Assert.Equal(
                finding.Numbers["network_log_loss"] > 0,
                finding.Sentence.Contains("logit on summaries", StringComparison.Ordinal)
            );
        }

        Assert.Contains(folds.Importance, one => one.Rise > 0);
        Assert.False(run.Gate.Passed);
        Assert.Contains(run.Gate.Reasons, reason => reason.StartsWith("labels_suspect", StringComparison.Ordinal));
        Assert.Equal(
            run.Findings[0].Sentence,
            JsonSerializer
                .Deserialize<TrainingResult>(
                    File.ReadAllText(Path.Combine(folder.Path, "metrics.json")),
                    ArtifactJson.ResultOptions
                )!
                .Findings[0]
                .Sentence
        );
    }

    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    public void The_generated_mine_whose_readings_do_warn_is_not_suspected(int stopes) =>
        Assert.Empty(Findings(DemoMineGenerator.Generate(new() { Stopes = stopes }).Stopes));

    [Fact]
    public void Labels_the_wrong_way_round_are_asked_about_and_the_right_way_not()
    {
        StopeHistory[] right = [.. Graded()];
        Assert.Empty(Findings(right));
        StopeHistory[] wrong = [.. right.Select(stope => stope with { UndatedStability = !stope.UndatedStability })];
        DataFinding finding = Assert.Single(Findings(wrong));
        Assert.Equal((DataFindings.LabelsReversed, true), (finding.Code, finding.NeedsPerson));
        Assert.InRange(finding.Numbers["physics_rule_auc_upper"], 0, 0.5);
        Assert.Contains("Which is meant", finding.Sentence, StringComparison.Ordinal);
        GateVerdict verdict = new GateVerdict(true, true, []).Doubting([finding]);
        Assert.False(verdict.Passed);
        Assert.StartsWith("labels_reversed", Assert.Single(verdict.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_stopes_that_contradict_the_rule_are_no_reason_to_ask() =>
        Assert.Empty(
            Findings([.. Graded().Take(8).Select(stope => stope with { UndatedStability = !stope.UndatedStability })])
        );

    [Fact]
    public void One_stope_under_two_names_is_learnt_from_once_and_told_by_key_in_files()
    {
        StopeHistory[] stopes = [.. Graded()];
        StopeHistory copy = stopes[3] with
        {
            Name = "Renamed",
            UndatedStability = null,
            Readings =
            [
                .. stopes[3].Readings.Select(reading => reading with { Timestamp = reading.Timestamp.AddDays(700) }),
            ],
        };
        SampleSet set = Set([.. stopes, copy]);
        Assert.Equal(Set(stopes).Samples.Count, set.Samples.Count);
        DataFinding finding = Assert.Single(DataFindings.Of(set, null));
        Assert.Equal(DataFindings.DuplicateStopes, finding.Code);
        Assert.Equal([stopes[3].Name, "Renamed"], finding.StopeNames);
        Assert.DoesNotContain(
            "Renamed",
            JsonSerializer.Serialize(finding, ArtifactJson.ResultOptions),
            StringComparison.Ordinal
        );
        Assert.Contains(StopeKey.Of(copy), finding.StopeKeys);
    }

    [Fact]
    public void Copies_whose_labels_contradict_each_other_are_learnt_from_under_no_name()
    {
        StopeHistory[] stopes = [.. Graded()];
        StopeHistory copy = stopes[3] with { Name = "Renamed", UndatedStability = !stopes[3].UndatedStability };
        SampleSet set = Set([.. stopes, copy]);
        Assert.DoesNotContain(set.Samples, sample => sample.StopeIndex == 3 || sample.StopeIndex == stopes.Length);
        Assert.Equal(1, Assert.Single(DataFindings.Of(set, null)).Numbers["contradicting"]);
    }

    [Fact]
    public void Series_that_hardly_move_may_be_equal_by_chance()
    {
        StopeHistory still = Stope("a", 30, true) with
        {
            Readings = [.. Enumerable.Range(0, 30).Select(day => Reading(Start.AddDays(day), 5))],
        };
        Assert.Empty(Set([still, still with { Name = "b" }]).Duplicates);
    }

    [Fact]
    public void Outcomes_that_no_reading_comes_before_are_counted()
    {
        StopeHistory early = Stope("a", 30) with
        {
            Outcomes = [Outcome(-40, OutcomeClass.Stable), Outcome(20, OutcomeClass.Stable)],
        };
        StopeHistory lost = Stope("b", 31) with { Outcomes = [Outcome(-3, OutcomeClass.Failure)] };
        DataFinding finding = Assert.Single(Findings([early, lost]));
        Assert.Equal(DataFindings.OutcomesBeforeReadings, finding.Code);
        Assert.Equal(
            (2.0, 2.0, 1.0),
            (finding.Numbers["outcomes"], finding.Numbers["stopes"], finding.Numbers["failed_before"])
        );
    }

    [Fact]
    public void Outcomes_that_cannot_all_be_true_are_told_with_which_counts()
    {
        StopeHistory twice = Stope("a", 30) with
        {
            Outcomes = [Outcome(20, OutcomeClass.Stable), Outcome(20, OutcomeClass.Unstable)],
        };
        StopeHistory risen = Stope("b", 31, true) with
        {
            Outcomes = [Outcome(20, OutcomeClass.Failure), Outcome(25, OutcomeClass.Stable)],
        };
        DataFinding finding = Assert.Single(Findings([twice, risen]));
        Assert.Equal(DataFindings.ContradictoryOutcomes, finding.Code);
        Assert.Equal([1.0, 1.0, 1.0], finding.Numbers.Values);
        Assert.Equal(["a", "b"], finding.StopeNames);
    }

    // Poor rock in large spans is not stable, good rock in small ones is, with a few exceptions; the readings know nothing.
    private static IEnumerable<StopeHistory> Graded() =>
        Enumerable
            .Range(0, 60)
            .Select(i =>
                Stope($"stope {i:00}", 30, i % 10 == 0 ? i >= 30 : i < 30) with
                {
                    Properties = Rock with { RqdPercent = 95 - i, HydraulicRadiusMetres = 4 + (0.15 * i) },
                    Readings =
                    [
                        .. Enumerable
                            .Range(0, 30)
                            .Select(day => Reading(Start.AddDays(day), ((i * 37) + (day * (i + 3))) % 101)),
                    ],
                }
            );

    private static SampleSet Set(IReadOnlyList<StopeHistory> stopes) =>
        SampleBuilder.Build(Data(stopes), new LabelOptions(), new WindowOptions());

    private static IReadOnlyList<DataFinding> Findings(IReadOnlyList<StopeHistory> stopes) =>
        DataFindings.Of(Set(stopes), null);
}
