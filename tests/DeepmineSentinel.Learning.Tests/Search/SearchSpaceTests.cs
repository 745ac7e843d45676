using System.Text;
using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Search;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Search;

public sealed class SearchSpaceTests
{
    private static readonly SearchSubject Subject = new("data", "engine 1");

    [Fact]
    public void A_grid_is_every_combination_once_however_it_is_written()
    {
        SearchSpace one = Grid("""{"learning_rate": [0.001, 0.01, 1e-2], "static_layers": [[64, 32], [16]]}""");
        SearchSpace other = Grid("""{"static_layers":[[16],[64,32]],"learning_rate":[0.01,0.0010]}""");

        Assert.Equal(4, one.Count);
        Assert.Equal(
            one.TrialsFor(Subject).Select(trial => trial.Key),
            other.TrialsFor(Subject).Select(trial => trial.Key)
        );
    }

    [Fact]
    public void What_does_not_change_a_training_does_not_change_its_key()
    {
        TrainingOptions preset = new() { Network = NetworkPreset.Compact };
        TrainingOptions written = preset with
        {
            CheckpointEvery = 1,
            Tuning = new NetworkTuning
            {
                StaticLayers = [64, 32],
                AttentionHeads = [3, 5],
                Dropout = 0.3,
            },
        };
        Assert.Equal(Key(preset), Key(written));
    }

    [Fact]
    public void Everything_else_is_part_of_the_key()
    {
        TrainingOptions options = new();
        TrainingOptions[] different =
        [
            options with
            {
                Seed = 1,
            },
            options with
            {
                ValidationSplit = 0.3,
            },
            options with
            {
                TestSplit = 0.2,
            },
            options with
            {
                Epochs = 7,
            },
            options with
            {
                Patience = 7,
            },
            options with
            {
                Window = 14,
            },
            options with
            {
                Ensemble = 2,
            },
            options with
            {
                BatchSize = 64,
            },
            options with
            {
                WeightDecay = 0,
            },
            options with
            {
                LearningRate = Math.BitIncrement(options.LearningRate),
            },
            options with
            {
                ClassWeights = ClassWeighting.Balanced,
            },
            options with
            {
                Network = NetworkPreset.Compact,
            },
            options with
            {
                Tuning = new NetworkTuning { Dropout = 0.2 },
            },
            options with
            {
                Labels = new() { StandingUntil = StandingEvidence.Readings },
            },
        ];
        string[] keys =
        [
            Key(options),
            .. different.Select(Key),
            Configuration.KeyOf("other data", options, "engine 1"),
            Configuration.KeyOf("data", options, "engine 2"),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Numbers_lists_and_words_survive_json_to_the_bit()
    {
        TrainingOptions options = new()
        {
            LearningRate = 0.1 + 0.2,
            WeightDecay = 5e-324,
            Epochs = 10_000,
            Network = NetworkPreset.Enhanced,
            ClassWeights = ClassWeighting.Balanced,
            Tuning = new NetworkTuning
            {
                StaticLayers = [128, 1],
                RecurrentLayers = [12, 12, 8],
                Dropout = 1.0 / 3,
            },
        };
        string json = JsonSerializer.Serialize(Configuration.Of(options));

        TrainingOptions read = SearchSpace.OfConfiguration(json, new()).TrialsFor(Subject)[0].Options;

        Assert.Equal(options.LearningRate, read.LearningRate);
        Assert.Equal(options.WeightDecay, read.WeightDecay);
        Assert.Equal(options.Tuning.For(options.Network), read.Tuning.For(read.Network));
        Assert.Equal(Configuration.TextOf(options), Configuration.TextOf(read));
        Assert.Contains("\"static_layers\":[128,1]", json, StringComparison.Ordinal);
        Assert.Contains("\"learning_rate\":0.30000000000000004", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "grid_not_json")]
    [InlineData("", "grid_not_json")]
    [InlineData("""{"learning_rate": [NaN]}""", "grid_not_json")]
    [InlineData("""{"epochs": [1], "epochs": [2]}""", "grid_not_json")]
    [InlineData("""{"epochs": [[[[[[[[[1]]]]]]]]]}""", "grid_not_json")]
    [InlineData("[1]", "grid_not_an_object")]
    [InlineData("{}", "grid_without_values")]
    [InlineData("""{"epochs": []}""", "grid_unusable", "no values")]
    [InlineData("""{"epochs": 3}""", "grid_unusable", "[3]")]
    [InlineData("""{"learning_rat": [0.1]}""", "grid_unusable", "learning_rate")]
    [InlineData("""{"epochs": [1.5]}""", "grid_unusable", "whole number")]
    [InlineData("""{"epochs": ["3"]}""", "grid_unusable", "whole number")]
    [InlineData("""{"epochs": [true]}""", "grid_unusable", "whole number")]
    [InlineData("""{"learning_rate": [1e999]}""", "grid_unusable", "number")]
    [InlineData("""{"learning_rate": [{"a": 1}]}""", "grid_unusable", "number")]
    [InlineData("""{"static_layers": [64, 32]}""", "grid_unusable", "list")]
    [InlineData("""{"network": ["big"]}""", "grid_unusable", "enhanced")]
    [InlineData("""{"learning_rate": [0]}""", "grid_unusable", "learning-rate")]
    [InlineData("""{"network": ["enhanced"], "recurrent_layers": [[8]]}""", "grid_unusable", "recurrent-layers")]
    [InlineData("""{"seed": [1, 2]}""", "grid_unusable", "--seed")]
    [InlineData("""{"test_split": [0.1]}""", "grid_unusable", "--test-split")]
    public void A_grid_that_cannot_be_used_is_refused_in_words(string json, string code, string words = "")
    {
        SentinelException problem = Assert.Throws<SentinelException>(() => Grid(json));
        Assert.Equal(FailureKind.InvalidInput, problem.Kind);
        Assert.Equal(code, problem.Code);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_combinations_are_refused_before_they_are_made()
    {
        string values = string.Join(',', Enumerable.Range(1, 100));
        string json = $$"""{"epochs": [{{values}}], "patience": [{{values}}], "batch_size": [{{values}}]}""";
        SentinelException problem = Assert.Throws<SentinelException>(() => Grid(json));
        Assert.Equal("grid_too_large", problem.Code);
        Assert.Contains("1000000", problem.Message, StringComparison.Ordinal);
        Assert.Equal("grid_too_large", Assert.Throws<SentinelException>(() => Grid(new string(' ', 2_000_000))).Code);
    }

    [Fact]
    public void Every_problem_of_a_grid_is_named_at_once()
    {
        SentinelException problem = Assert.Throws<SentinelException>(() =>
            Grid("""{"epoch": [1], "patience": [], "batch_sizes": [3]}""")
        );
        Assert.All(
            (string[])["epochs", "patience", "batch_size"],
            name => Assert.Contains(name, problem.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Random_text_is_refused_and_never_a_defect()
    {
        RandomSequence numbers = RandomSequence.Open("grid texts", 1);
        string[] parts = ["{", "}", "[", "]", ",", ":", "\"epochs\"", "\"network\"", "1", "-1e5", "null", "\"x\"", " "];
        for (int i = 0; i < 2_000; i++)
        {
            StringBuilder text = new("{\"epochs\":");
            for (int j = 0; j < 12; j++)
            {
                text.Append(parts[numbers.NextBelow(parts.Length)]);
            }

            try
            {
                Assert.InRange(Grid(text.ToString()).Count, 1, SearchSpace.MostTrials);
            }
            catch (SentinelException problem)
            {
                Assert.Equal(FailureKind.InvalidInput, problem.Kind);
            }
        }
    }

    [Fact]
    public void The_built_in_grid_can_be_used_and_gives_way_to_what_is_typed()
    {
        Assert.Equal(12, SearchSpace.OfGrid(SearchSpace.BuiltInGrid, new()).Count);
        SearchSpace compact = SearchSpace.OfGrid(
            SearchSpace.BuiltInGrid,
            new() { Network = NetworkPreset.Compact },
            "network"
        );
        Assert.Equal(6, compact.Count);
        Assert.All(compact.TrialsFor(Subject), trial => Assert.Equal(NetworkPreset.Compact, trial.Options.Network));
    }

    private static SearchSpace Grid(string json) => SearchSpace.OfGrid(json, new() { Network = NetworkPreset.Compact });

    private static string Key(TrainingOptions options) => Configuration.KeyOf("data", options, "engine 1");
}
