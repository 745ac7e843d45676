using System.Text;
using System.Text.Json.Nodes;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Artifacts.Cases;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Inference.Cases;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Runs.Cases;
using DeepmineSentinel.Learning.Runs.Report;
using DeepmineSentinel.Learning.Training.Cases;

namespace DeepmineSentinel.Learning.Tests.Cases;

/// <summary>A run on made cases, written once, read back, damaged and asked.</summary>
public sealed class CaseArtifactTests
{
    private static readonly CaseHistory[] Cases = MadeCases.Draw(240);
    private static readonly Lazy<(FileSink Sink, TrainingResult Result)> Made = new(Make);

    private static Dictionary<string, byte[]> Files => Made.Value.Sink.Files;

    [Fact]
    public void What_was_written_answers_to_the_bit_as_what_was_fitted()
    {
        CaseFit fit = FittedEnsemble.Fit(Cases, Quick.Models, CancellationToken.None);
        using FittedEnsemble fitted = fit.Ensemble;
        using LoadedCaseModel loaded = CaseModelReader.Read(Open(Files));
        foreach (CaseHistory history in Cases)
        {
            Assert.Equal(fitted.Ask(history).Probabilities, loaded.Ensemble.Ask(history).Probabilities);
            Assert.Equal(fitted.Ask(history).Answer, loaded.Ensemble.Ask(history).Answer);
        }
    }

    [Fact]
    public void The_same_cases_and_seed_give_the_same_weights()
    {
        Assert.Equal(Make().Sink.Files[ArtifactFileNames.Model], Files[ArtifactFileNames.Model]);
    }

    [Fact]
    public void Failure_only_becomes_likelier_with_size_and_less_likely_with_better_rock()
    {
        using CasePredictor predictor = CasePredictor.Load(Open(Files));
        double before = 0;
        foreach (double radius in new[] { 2, 3, 5, 8, 12.0 })
        {
            double failure = Failure(predictor, Stope with { HydraulicRadiusMetres = radius });
            Assert.True(failure >= before);
            before = failure;
        }

        Assert.True(Failure(predictor, Stope with { QPrime = 2 }) > Failure(predictor, Stope with { QPrime = 30 }));
    }

    [Fact]
    public void A_statement_says_what_it_looked_at_how_far_it_lies_and_how_such_statements_fared()
    {
        using CasePredictor predictor = CasePredictor.Load(Open(Files));
        CaseStatement said = predictor.Answer(Stope);
        Assert.NotEqual(StabilityClass.Unknown, said.Class);
        Assert.Equal(1, said.Probabilities.Sum(item => item.Probability), 9);
        Assert.All(
            said.Probabilities,
            item => Assert.InRange(item.Probability, item.Interval!.Lower, item.Interval.Upper)
        );
        Assert.NotEmpty(said.ConformalSet);
        Assert.Equal(["hr", "q_prime", "A", "B", "C"], said.Inputs.Select(input => input.Name));
        Assert.InRange(said.Distance!.Value, 0, said.DistanceLimit);
        Assert.Equal(("source", 240, 3), (said.Reliability.HeldOut, said.Reliability.Cases, said.Reliability.Sources));
        Assert.Equal(Cases.Count(c => c.State == OutcomeClass.Failure), said.Reliability.Failures);
        CaseScores weighed = Made.Value.Result.CaseHistories!.Source!.Of(CaseCandidates.Product).Weighed!;
        Assert.Equal(
            weighed.Confusion.Select(row => row[(int)said.Class - 1]),
            said.SameAnswer.Select(count => count.Cases)
        );
    }

    [Theory]
    [InlineData("q", "Q' is missing")]
    [InlineData("a", "A is missing")]
    [InlineData("b", "B is missing")]
    public void Where_a_factor_is_missing_nothing_is_said(string factor, string reason)
    {
        using CasePredictor predictor = CasePredictor.Load(Open(Files));
        CaseStatement said = predictor.Answer(
            factor switch
            {
                "q" => Stope with { QPrime = null },
                "a" => Stope with { FactorA = null },
                _ => Stope with { FactorB = null },
            }
        );
        Assert.Equal(StabilityClass.Unknown, said.Class);
        Assert.Empty(said.Probabilities);
        Assert.Contains(reason, said.UnknownReason, StringComparison.Ordinal);
        Assert.Null(said.Distance);
    }

    [Theory]
    [InlineData(60, 10, "hr 60 m lies far above the cases")]
    [InlineData(5, 900, "q_prime 900 lies far above the cases")]
    public void Where_the_cases_do_not_reach_nothing_is_said(double radius, double quality, string reason)
    {
        using CasePredictor predictor = CasePredictor.Load(Open(Files));
        CaseStatement said = predictor.Answer(Stope with { HydraulicRadiusMetres = radius, QPrime = quality });
        Assert.Equal(StabilityClass.Unknown, said.Class);
        Assert.Empty(said.Probabilities);
        Assert.Contains(reason, said.UnknownReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_little_beyond_the_cases_is_warned_of()
    {
        using CasePredictor predictor = CasePredictor.Load(Open(Files));
        double widest = Cases.Max(history => history.HydraulicRadiusMetres);
        CaseStatement said = predictor.Answer(Stope with { HydraulicRadiusMetres = widest * 1.05 });
        Assert.NotEqual(StabilityClass.Unknown, said.Class);
        Assert.Contains(said.Warnings, text => text.StartsWith("hr ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("shares")]
    [InlineData("logit")]
    [InlineData("spread")]
    [InlineData("temperature")]
    public void Components_that_do_not_fit_are_refused(string part)
    {
        JsonNode components = JsonNode.Parse(Files[ArtifactFileNames.Components])!;
        switch (part)
        {
            case "shares":
                components["shares"]![0] = -1;
                break;
            case "logit":
                components["logit"]!["used"]![0] = 7;
                break;
            case "spread":
                components["spread"]!["rows"]![0]!.AsArray().RemoveAt(0);
                break;
            default:
                components["networks"]!["temperature"] = 0;
                break;
        }

        Assert.Equal("artifact_damaged", Refused(ArtifactFileNames.Components, components.ToJsonString()).Code);
    }

    [Fact]
    public void A_model_that_answers_otherwise_than_it_did_is_refused()
    {
        JsonNode components = JsonNode.Parse(Files[ArtifactFileNames.Components])!;
        components["networks"]!["temperature"] = 3.5;
        Assert.Equal("probe_failed", Refused(ArtifactFileNames.Components, components.ToJsonString()).Code);
    }

    [Fact]
    public void A_model_of_cases_is_not_taken_for_one_of_stopes_nor_the_other_way_about()
    {
        Assert.Equal("other_purpose", Assert.Throws<SentinelException>(() => ModelReader.Read(Open(Files))).Code);
        string metadata = Encoding
            .UTF8.GetString(Files[ArtifactFileNames.Metadata])
            .Replace("\"case_history\"", "\"stope\"", StringComparison.Ordinal);
        Assert.Equal("other_purpose", Refused(ArtifactFileNames.Metadata, metadata).Code);
    }

    [Fact]
    public void What_was_said_of_held_out_cases_is_kept_case_by_case()
    {
        using MemoryStream stream = new(Files[ArtifactFileNames.HeldOut]);
        HeldOutPredictions kept = HeldOutFile.Read(stream);
        Assert.Equal(Cases.Length, kept.Stopes.Select(stope => stope.Stope).Distinct().Count());
        double loss = kept.Stopes.Average(stope => -Math.Log(stope.Conditions[0]![stope.Labels[0]]));
        Assert.Equal(Made.Value.Result.Metrics["log_loss"]!.Value, loss, 9);
    }

    [Fact]
    public void A_report_made_later_from_the_files_is_the_one_that_was_written()
    {
        using MemoryStream later = new();
        ReportFile.Write(later, Open(Files), hasDetails: false);
        Assert.Equal(Files[ArtifactFileNames.Report], later.ToArray());
    }

    [Fact]
    public void The_gate_asks_for_less_loss_than_the_shares_and_no_clear_defeat_by_two_numbers()
    {
        CaseEvaluation evaluation = Made.Value.Result.CaseHistories!;
        Assert.True(CaseGate.Judge(evaluation).Judged);
        CaseEvaluation worse = evaluation with { Source = Altered(evaluation.Source!, c => c with { LogLoss = 9 }) };
        CaseEvaluation beaten = evaluation with
        {
            Source = Altered(evaluation.Source!, c => c with { Difference = new LossDifference(0.2, 0.1, 0.3) }),
        };
        Assert.False(CaseGate.Judge(worse).Passed);
        Assert.False(CaseGate.Judge(beaten).Passed);
    }

    private static CaseComparison Altered(CaseComparison comparison, Func<CaseCandidate, CaseCandidate> change) =>
        comparison with
        {
            Candidates = [.. comparison.Candidates.Select(c => c.Name == CaseCandidates.Product ? change(c) : c)],
        };

    private static SentinelException Refused(string name, string content)
    {
        Dictionary<string, byte[]> files = new(Files) { [name] = Encoding.UTF8.GetBytes(content) };
        return Assert.Throws<SentinelException>(() => CasePredictor.Load(Open(files)));
    }

    private static double Failure(CasePredictor predictor, StopeProperties stope) =>
        predictor.Answer(stope).Probabilities[^1].Probability;

    private static Func<string, Stream> Open(Dictionary<string, byte[]> files) => name => new MemoryStream(files[name]);

    private static readonly StopeProperties Stope = new()
    {
        RqdPercent = 70,
        HydraulicRadiusMetres = 6,
        DepthMetres = 400,
        DipDegrees = 60,
        Direction = CompassDirection.North,
        UndercutWidthMetres = 8,
        RockType = RockType.Granite,
        SupportType = SupportType.None,
        SupportDensity = 0,
        SupportInstalled = false,
        QPrime = 8,
        FactorA = 0.5,
        FactorB = 0.5,
    };

    private static CaseEvaluationOptions Quick =>
        new()
        {
            Only = CaseCandidates.BesideProduct,
            Folds = 2,
            Models = new CaseModelOptions
            {
                Decays = [0.01],
                SelectionMembers = 1,
                Members = 2,
                Training = new CaseTrainingOptions { Steps = 20 },
            },
        };

    private static (FileSink Sink, TrainingResult Result) Make()
    {
        FileSink sink = new();
        CaseRunRequest request = new()
        {
            RunId = RunId.Parse("20260131_235959_0a1b2c3d"),
            Cases = Cases,
            DataHash = new string('a', 64),
            Options = Quick,
            Clock = TimeProvider.System,
        };
        return (sink, CasePipeline.Run(request, sink, null, CancellationToken.None));
    }

    private sealed class FileSink : IRunSink
    {
        public Dictionary<string, byte[]> Files { get; } = [];

        public void Stage(TrainingStage stage) { }

        public void Progress(TrainingProgress progress) => Assert.True(double.IsFinite(progress.TrainingLoss));

        public void AppendLog(string line) { }

        public void Write(string name, Action<Stream> write)
        {
            using MemoryStream stream = new();
            write(stream);
            Files[name] = stream.ToArray();
        }

        public void FlushLog() { }

        public void Remove(string name) { }

        public void RemoveWhenSealed(IReadOnlyList<string> names) { }
    }
}
