using System.Text;
using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Learning.Runs.Ablation;
using DeepmineSentinel.Learning.Runs.Folds;
using DeepmineSentinel.Learning.Runs.Report;
using DeepmineSentinel.Learning.Tests.Networks;

namespace DeepmineSentinel.Learning.Tests.Runs.Ablation;

public sealed class AblationStudyTests
{
    private static readonly MineDataset Data = new(
        DemoMineGenerator
            .Generate(
                new()
                {
                    Stopes = 40,
                    Days = 50,
                    Seed = 7,
                }
            )
            .Stopes,
        new string('b', 64)
    );

    private static readonly AblationRequest Request = new(
        new CrossValidationRequest
        {
            Data = Data,
            Options = SmallNetwork.Options,
            Folds = new FoldOptions { Folds = 2 },
        }
    )
    {
        Windows = [30, 7],
        MissingShares = [0.5],
        LearningStopes = [12, 1_000],
    };

    [Fact]
    public void Everything_taken_away_is_set_beside_the_whole_on_the_same_samples_and_answered_in_words()
    {
        KeyedMemory memory = new();
        AblationResult result = Run(memory);
        Assert.Equal(
            [
                "rock mass and readings",
                "rock mass only",
                "readings only",
                "window of 7 days",
                "50% of values missing",
                "12 stopes learn",
            ],
            result.Variants.Select(variant => variant.Name)
        );
        Assert.Null(result.Variants[0].Effect);
        Assert.All(result.Variants.Skip(1), variant => Assert.Equal(result.Samples, variant.Effect!.Samples));
        Assert.All(result.Variants.Skip(1), variant => Assert.NotNull(variant.Effect!.Forecast));
        Assert.StartsWith("Do readings help?", result.Answers[0], StringComparison.Ordinal);
        Assert.StartsWith("Does rock mass help?", result.Answers[1], StringComparison.Ordinal);
        Assert.StartsWith("How early is a warning?", result.Answers[2], StringComparison.Ordinal);
        Assert.Equal(6, result.Answers.Count);
        using MemoryStream page = new();
        AblationReport.Write(page, result);
        Assert.Contains("McNemar", Encoding.UTF8.GetString(page.ToArray()), StringComparison.Ordinal);

        int kept = memory.Kept;
        Assert.Equal(
            JsonSerializer.Serialize(result, ArtifactJson.ResultOptions),
            JsonSerializer.Serialize(Run(memory), ArtifactJson.ResultOptions)
        );
        Assert.Equal(kept, memory.Kept);
    }

    [Fact]
    public void Values_go_missing_by_themselves_and_rows_stay()
    {
        MineDataset thinned = MissingReadings.Without(Data, 0.4);
        Assert.NotEqual(Data.ContentHash, thinned.ContentHash);
        Assert.Equal(Data.Stopes.Select(stope => stope.Readings.Count), thinned.Stopes.Select(s => s.Readings.Count));
        Assert.InRange((double)Values(thinned) / Values(Data), 0.57, 0.63);
        Assert.Equal(
            Values(thinned),
            thinned
                .Stopes.Zip(Data.Stopes)
                .Sum(pair =>
                    pair.First.Readings.Zip(pair.Second.Readings)
                        .Sum(rows =>
                            Enumerable
                                .Range(0, 5)
                                .Count(channel =>
                                    ReadingQuantities.Value(rows.First, channel) is { } value
                                    && value == ReadingQuantities.Value(rows.Second, channel)
                                )
                        )
                )
        );
    }

    [Fact]
    public void What_cannot_be_taken_away_is_refused() =>
        Assert.Equal(
            "invalid_ablation",
            Assert
                .Throws<SentinelException>(() =>
                    AblationStudy.Run(
                        Request with
                        {
                            MissingShares = [1],
                        },
                        new KeyedMemory(),
                        TestContext.Current.CancellationToken
                    )
                )
                .Code
        );

    private static int Values(MineDataset data) =>
        data
            .Stopes.SelectMany(stope => stope.Readings)
            .Sum(reading =>
                Enumerable.Range(0, 5).Count(channel => ReadingQuantities.Value(reading, channel) is not null)
            );

    private static AblationResult Run(IFoldJournal memory) =>
        AblationStudy.Run(Request, memory, TestContext.Current.CancellationToken);

    private sealed class KeyedMemory : IFoldJournal
    {
        private readonly Dictionary<(string, int), FoldRecord> records = [];

        public int Kept { get; private set; }

        public FoldRecord? Find(string key, int fold) => records.GetValueOrDefault((key, fold));

        public void Keep(string key, int fold, FoldRecord record)
        {
            records[(key, fold)] = record;
            Kept++;
        }
    }
}
