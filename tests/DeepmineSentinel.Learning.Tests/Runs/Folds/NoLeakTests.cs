using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Evaluation.Folds;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Runs.Folds;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Runs.Folds;

/// <summary>What must tell nothing tells nothing. SENTINEL_LONG_TESTS=1 asks the whole mine.</summary>
public sealed class NoLeakTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("SENTINEL_LONG_TESTS") == "1";

    [Fact]
    public void A_prediction_is_the_same_to_the_bit_after_all_later_rows_are_deleted()
    {
        DemoMine mine = DemoMineGenerator.Generate(new() { Stopes = 60, Days = 60 });
        TrainingOptions options = SmallNetwork.Options;
        PreparedData data = PreparedData.Of(new MineDataset(mine.Stopes, ""), options);
        using NetworkEnsemble networks = TrainedNetworks.Of(
            data.Shape,
            TrainingLoop.Run(options, data.Sets, new TrainingHooks(), TestContext.Current.CancellationToken)
        );
        int every = Long ? 1 : 37;
        Sample[] asked = [.. data.Set.Samples.Where((_, i) => i % every == 0)];
        SampleEncoder encoder = new(data.Encoder, data.Shape);
        NetworkScores whole = Score(asked.Select(sample => mine.Stopes[sample.StopeIndex]));
        NetworkScores cut = Score(asked.Select(sample => Until(mine.Stopes[sample.StopeIndex], sample.AsOf!.Value)));
        Assert.Equal(whole.Condition, cut.Condition);
        Assert.Equal(whole.Hazard, cut.Hazard);

        NetworkScores Score(IEnumerable<StopeHistory> stopes) =>
            NetworkScoring.Score(
                networks,
                encoder.Encode([.. stopes.Zip(asked, (stope, sample) => (stope, sample.AsOf))]),
                TestContext.Current.CancellationToken
            );
    }

    [Fact]
    public void Labels_dealt_out_anew_leave_nothing_to_foresee()
    {
        Assert.SkipUnless(Long, "Trains 25 networks for minutes: set SENTINEL_LONG_TESTS=1.");
        LeakCheck check = LeakCheck.Run(WholeMine(), new NoJournal(), TestContext.Current.CancellationToken);
        Assert.Equal(LeakCheck.Shuffles, check.Aucs.Count);
        Assert.True(check.Passed, $"Mean AUC {check.Mean}: {string.Join(", ", check.Aucs)}");
    }

    [Fact]
    public void Temperature_and_humidity_do_not_matter()
    {
        Assert.SkipUnless(Long, "Trains five networks for minutes: set SENTINEL_LONG_TESTS=1.");
        CrossValidationResult result = CrossValidation.Run(
            WholeMine(),
            new NoJournal(),
            TestContext.Current.CancellationToken
        );
        MeasuredImportance[] unrelated = [.. result.Importance.Where(one => one.Name is "temperature" or "humidity")];
        Assert.Equal(2, unrelated.Length);
        Assert.All(unrelated, one => Assert.True(one.Lower <= 0 && one.Upper >= 0, one.ToString()));
    }

    private static CrossValidationRequest WholeMine() =>
        new()
        {
            Data = new MineDataset(DemoMineGenerator.Generate(new() { Stopes = 300 }).Stopes, new string('d', 64)),
            Options = new TrainingOptions { Network = NetworkPreset.Compact, Patience = 15 },
            BranchesAlone = false,
        };

    private static StopeHistory Until(StopeHistory stope, DateTime moment) =>
        stope with
        {
            Readings = [.. stope.Readings.Where(reading => reading.Timestamp <= moment)],
            Events = [.. stope.Events.Where(one => one.Timestamp <= moment)],
            Outcomes = [.. stope.Outcomes.Where(outcome => outcome.ObservedAt <= moment)],
        };

    private sealed class NoJournal : IFoldJournal
    {
        public FoldRecord? Find(string key, int fold) => null;

        public void Keep(string key, int fold, FoldRecord record) { }
    }
}
