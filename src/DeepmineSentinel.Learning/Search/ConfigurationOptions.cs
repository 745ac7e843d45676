using System.Text.Json;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Search;

/// <summary>
/// Every choice that changes what a run finds, in one table: grids, configurations, results and cache keys all read it.
/// Numbers are kept to the bit, lists as lists.
/// </summary>
internal static class ConfigurationOptions
{
    private delegate TrainingOptions With<in TValue>(TrainingOptions options, TValue value);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<ConfigurationOption> All { get; } =
    [.. Searched().Concat(Fixed()).OrderBy(option => option.Name, StringComparer.Ordinal)];

    private static IEnumerable<ConfigurationOption> Searched() =>
        [
            Sizes("attention_heads", sizes => sizes.AttentionHeads, (t, v) => t with { AttentionHeads = v }),
            Whole("batch_size", o => o.BatchSize, (o, v) => o with { BatchSize = v }),
            Word<ClassWeighting>("class_weights", o => o.ClassWeights, (o, v) => o with { ClassWeights = v }),
            Real(
                "dropout",
                o => o.Tuning.For(o.Network).Dropout,
                (o, v) => o with { Tuning = o.Tuning with { Dropout = v } }
            ),
            Whole("ensemble", o => o.Ensemble, (o, v) => o with { Ensemble = v }),
            Whole("epochs", o => o.Epochs, (o, v) => o with { Epochs = v }),
            Sizes("fusion_layers", sizes => sizes.FusionLayers, (t, v) => t with { FusionLayers = v }),
            Real("input_noise", o => o.InputNoise, (o, v) => o with { InputNoise = v }),
            Real("learning_rate", o => o.LearningRate, (o, v) => o with { LearningRate = v }),
            Word<NetworkPreset>("network", o => o.Network, (o, v) => o with { Network = v }),
            Whole("patience", o => o.Patience, (o, v) => o with { Patience = v }),
            Sizes("recurrent_layers", sizes => sizes.RecurrentLayers, (t, v) => t with { RecurrentLayers = v }),
            Selection,
            Sizes("static_layers", sizes => sizes.StaticLayers, (t, v) => t with { StaticLayers = v }),
            Real("weight_decay", o => o.WeightDecay, (o, v) => o with { WeightDecay = v }),
            Whole("window", o => o.Window, (o, v) => o with { Window = v }),
        ];

    // They decide which stopes and labels a loss is measured on: trials that differ in them cannot be compared.
    private static IEnumerable<ConfigurationOption> Fixed() =>
        new[]
        {
            Whole("seed", o => o.Seed, (o, v) => o with { Seed = v }),
            Real("validation_split", o => o.ValidationSplit, (o, v) => o with { ValidationSplit = v }),
            Real("test_split", o => o.TestSplit, (o, v) => o with { TestSplit = v }),
            Word<LabelSource>(
                "labels",
                o => o.Labels.Labels,
                (o, v) => o with { Labels = o.Labels with { Labels = v } }
            ),
            Word<StandingEvidence>(
                "standing_until",
                o => o.Labels.StandingUntil,
                (o, v) => o with { Labels = o.Labels with { StandingUntil = v } }
            ),
        }.Select(option => option with { IsSearchable = false });

    private static ConfigurationOption Selection =>
        new("select_features", true, "none, auto or a whole number")
        {
            Read = options =>
                options.SelectFeatures switch
                {
                    null => JsonSerializer.SerializeToElement("none"),
                    0 => JsonSerializer.SerializeToElement("auto"),
                    { } count => JsonSerializer.SerializeToElement(count),
                },
            Write = (options, value) =>
                value.ValueKind switch
                {
                    JsonValueKind.String when value.GetString() is "none" => options with { SelectFeatures = null },
                    JsonValueKind.String when value.GetString() is "auto" => options with { SelectFeatures = 0 },
                    JsonValueKind.Number when value.TryGetInt32(out int count) && count != 0 => options with
                    {
                        SelectFeatures = count,
                    },
                    _ => null,
                },
        };

    private static ConfigurationOption Whole(string name, Func<TrainingOptions, int> read, With<int> write) =>
        new(name, true, "a whole number")
        {
            Read = options => JsonSerializer.SerializeToElement(read(options)),
            Write = (options, value) =>
                value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
                    ? write(options, number)
                    : null,
        };

    private static ConfigurationOption Real(string name, Func<TrainingOptions, double> read, With<double> write) =>
        new(name, true, "a number")
        {
            // Adding 0 makes one number of 0 and -0, which mean the same.
            Read = options => JsonSerializer.SerializeToElement(read(options) + 0.0),
            Write = (options, value) =>
                value.ValueKind == JsonValueKind.Number
                && value.TryGetDouble(out double number)
                && double.IsFinite(number)
                    ? write(options, number)
                    : null,
        };

    private static ConfigurationOption Word<TWord>(string name, Func<TrainingOptions, TWord> read, With<TWord> write)
        where TWord : struct, Enum =>
        new(name, true, "one of the words " + string.Join(", ", Enum.GetValues<TWord>().Select(WordOf)))
        {
            Read = options => JsonSerializer.SerializeToElement(WordOf(read(options))),
            Write = (options, value) =>
                value.ValueKind == JsonValueKind.String && CategoryName.TryParse(value.GetString(), out TWord word)
                    ? write(options, word)
                    : null,
        };

    private static ConfigurationOption Sizes(
        string name,
        Func<NetworkSizes, LayerSizes> read,
        Func<NetworkTuning, LayerSizes, NetworkTuning> write
    ) =>
        new(name, true, "a list of whole numbers such as [128, 64]")
        {
            Read = options => JsonSerializer.SerializeToElement(read(options.Tuning.For(options.Network))),
            Write = (options, value) =>
                SizesOf(value) is { } sizes ? options with { Tuning = write(options.Tuning, sizes) } : null,
        };

    private static LayerSizes? SizesOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        List<int> sizes = [];
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt32(out int size))
            {
                return null;
            }

            sizes.Add(size);
        }

        return [.. sizes];
    }

    private static string WordOf<TWord>(TWord word)
        where TWord : struct, Enum => word.ToString().ToLowerInvariant();
}
