using System.Text.Json;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Networks;

public sealed class NetworkSizesTests
{
    [Fact]
    public void Widths_without_a_preset_answer_and_survive_json()
    {
        NetworkTuning tuning = new()
        {
            StaticLayers = [48, 24],
            RecurrentLayers = [20, 20, 12],
            FusionLayers = [40, 32, 16],
            Dropout = 0.1 + 0.2,
        };
        NetworkOptions shape = TestBatches.Shape(NetworkPreset.Enhanced) with
        {
            Sizes = tuning.For(NetworkPreset.Enhanced),
        };
        Assert.True(shape.IsPlausible);
        Assert.Equal([4, 4], shape.ActualSizes.AttentionHeads);

        string json = JsonSerializer.Serialize(shape, ArtifactJson.Options);
        NetworkOptions read = JsonSerializer.Deserialize<NetworkOptions>(json, ArtifactJson.Options)!;
        Assert.Equal(shape, read);

        using DualBranchNetwork network = new(read, 1);
        Assert.Contains(
            NetworkWeights.CopyOf(network),
            array => array.Name == "series_branch.query.weight" && array.Shape.SequenceEqual([12L, 24L])
        );
        NetworkScores scores = NetworkScoring.Score(
            Frozen(network),
            TestBatches.Table(read, 5, emptyRow: 1),
            CancellationToken.None
        );
        Assert.All(scores.Condition.Concat(scores.Hazard), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void A_preset_written_out_is_the_preset()
    {
        foreach (NetworkPreset preset in Enum.GetValues<NetworkPreset>())
        {
            NetworkSizes sizes = NetworkSizes.Of(preset);
            Assert.Equal(sizes, new NetworkTuning().For(preset));
            using DualBranchNetwork plain = new(TestBatches.Shape(preset), 5);
            using DualBranchNetwork written = new(TestBatches.Shape(preset) with { Sizes = sizes }, 5);
            Assert.Equal(
                NetworkWeights.CopyOf(plain).SelectMany(array => array.Values),
                NetworkWeights.CopyOf(written).SelectMany(array => array.Values)
            );
        }
    }

    [Fact]
    public void The_names_of_a_presets_weights_stay()
    {
        using DualBranchNetwork network = new(TestBatches.Shape(NetworkPreset.Enhanced), 5);
        string[] names = [.. NetworkWeights.CopyOf(network).Select(array => array.Name)];
        Assert.All(
            (string[])
                [
                    "static_branch.first.weight",
                    "static_branch.second_norm.running_mean",
                    "static_branch.last.bias",
                    "series_branch.first.weight_ih_l0",
                    "series_branch.third.weight_hh_l0",
                    "series_branch.self_attention.in_proj_weight",
                    "series_branch.absent",
                    "fusion.wide.weight",
                    "fusion.narrow_norm.bias",
                    "condition_head.weight",
                ],
            name => Assert.Contains(name, names)
        );
    }

    [Fact]
    public void Sizes_that_no_network_can_have_are_named()
    {
        TrainingOptions options = new()
        {
            Tuning = new NetworkTuning
            {
                StaticLayers = [0],
                RecurrentLayers = [30, 10],
                FusionLayers = [],
                AttentionHeads = [8, 4],
                Dropout = double.NaN,
            },
        };
        string problems = string.Join("; ", options.Problems());
        Assert.All(
            (string[])["static-layers", "fusion-layers", "attention-heads", "dropout"],
            name => Assert.Contains(name, problems, StringComparison.Ordinal)
        );
    }

    private static NetworkEnsemble Frozen(DualBranchNetwork network)
    {
        NetworkEnsemble ensemble = new([network]);
        ensemble.Freeze();
        return ensemble;
    }
}
