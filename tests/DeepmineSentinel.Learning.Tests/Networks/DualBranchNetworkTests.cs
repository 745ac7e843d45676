using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Tests.Networks;

public sealed class DualBranchNetworkTests
{
    [Theory]
    [InlineData(NetworkPreset.Compact, 30_000, 36_000)]
    [InlineData(NetworkPreset.Enhanced, 380_000, 420_000)]
    public void A_preset_has_about_the_promised_count_of_parameters(NetworkPreset preset, long least, long most)
    {
        using DualBranchNetwork network = new(TestBatches.Shape(preset), 42);
        Assert.InRange(network.ParameterCount, least, most);
        Assert.Equal(
            network.ParameterCount,
            NetworkWeights
                .CopyOf(network)
                .Where(array => !IsStatistic(array.Name))
                .Sum(array => array.Values.LongLength)
        );
    }

    [Theory]
    [InlineData(NetworkPreset.Compact)]
    [InlineData(NetworkPreset.Enhanced)]
    public void Answers_have_one_row_a_sample_and_are_finite(NetworkPreset preset)
    {
        SampleTable table = TestBatches.Table(TestBatches.Shape(preset), 7, emptyRow: 3);
        NetworkScores scores = Score(preset, table);
        Assert.Equal(7 * 3, scores.Condition.Length);
        Assert.Equal(7 * 5, scores.Hazard.Length);
        Assert.All(scores.Condition, value => Assert.True(float.IsFinite(value)));
        Assert.All(scores.Hazard, value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [InlineData(NetworkPreset.Compact)]
    [InlineData(NetworkPreset.Enhanced)]
    public void No_gradient_flows_into_the_series_of_a_row_without_readings(NetworkPreset preset)
    {
        SampleTable table = TestBatches.Table(TestBatches.Shape(preset), 4, emptyRow: 2);
        using DualBranchNetwork network = new(table.Shape, 42);
        using DisposeScope scope = NewDisposeScope();
        network.train();
        NetworkBatch batch = new BatchGatherer(table).Inputs([0, 1, 2, 3]);
        batch.Series.requires_grad_();
        batch.Statics.requires_grad_();
        NetworkOutput output = network.call(batch);

        // Rows mix in batch norm while training, so the whole batch's answer is looked at.
        Tensor total = output.Condition.square().sum() + output.Hazard.square().sum();
        IList<Tensor> gradients = autograd.grad([total], [batch.Series, batch.Statics]);
        float[] series = gradients[0].contiguous().data<float>().ToArray();
        float[] statics = gradients[1].contiguous().data<float>().ToArray();
        int width = table.Shape.Steps * table.Shape.StepWidth;
        Assert.All(series, value => Assert.True(float.IsFinite(value)));
        Assert.All(series.AsSpan(2 * width, width).ToArray(), value => Assert.Equal(0f, value));
        Assert.Contains(series.AsSpan(0, width).ToArray(), value => value != 0);
        Assert.Contains(statics.AsSpan(2 * 65, 65).ToArray(), value => value != 0);
    }

    [Fact]
    public void Padded_steps_do_not_change_attention_but_a_reading_in_them_does()
    {
        SampleTable table = TestBatches.Table(TestBatches.Shape(NetworkPreset.Enhanced), 5);
        Assert.True(table.Padding[(4 * 30) + 3]);
        NetworkScores before = Score(NetworkPreset.Enhanced, table);
        int at = ((4 * 30) + 3) * table.Shape.StepWidth;
        table.Series[at] = 1;
        table.Series[at + 5] = 1;
        table.MarkPadding(4);
        Assert.False(table.Padding[(4 * 30) + 3]);
        NetworkScores after = Score(NetworkPreset.Enhanced, table);
        Assert.NotEqual(before.Condition[^3..], after.Condition[^3..]);
        Assert.Equal(before.Condition[..3], after.Condition[..3]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_network_and_another_seed_or_member_another()
    {
        NetworkOptions shape = TestBatches.Shape(NetworkPreset.Compact);
        using DualBranchNetwork first = new(shape, 42);
        using DualBranchNetwork same = new(shape, 42);
        using DualBranchNetwork seed = new(shape, 43);
        using DualBranchNetwork member = new(shape, 42, 1);
        Assert.Equal(Flat(first), Flat(same));
        Assert.NotEqual(Flat(first), Flat(seed));
        Assert.NotEqual(Flat(first), Flat(member));
    }

    [Fact]
    public void Initial_weights_have_PyTorchs_ranges()
    {
        using DualBranchNetwork network = new(TestBatches.Shape(NetworkPreset.Enhanced), 42);
        Dictionary<string, WeightArray> weights = NetworkWeights.CopyOf(network).ToDictionary(array => array.Name);
        AssertUniform(weights["static_branch.first.weight"], 1 / Math.Sqrt(65));
        AssertUniform(weights["static_branch.first.bias"], 1 / Math.Sqrt(65));
        AssertUniform(weights["series_branch.third.weight_ih_l0"], 1 / Math.Sqrt(64));
        AssertUniform(weights["series_branch.self_attention.in_proj_weight"], Math.Sqrt(6.0 / (128 + 384)));
        AssertUniform(weights["series_branch.self_attention.out_proj.weight"], 1 / Math.Sqrt(128));
        Assert.All(weights["series_branch.self_attention.out_proj.bias"].Values, value => Assert.Equal(0, value));
        Assert.All(weights["series_branch.norm.weight"].Values, value => Assert.Equal(1, value));
        Assert.All(weights["fusion.wide_norm.weight"].Values, value => Assert.Equal(1, value));
        Assert.All(weights["series_branch.absent"].Values, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Weights_of_another_shape_or_name_are_refused_and_nothing_changes()
    {
        using DualBranchNetwork network = new(TestBatches.Shape(NetworkPreset.Compact), 42);
        IReadOnlyList<WeightArray> weights = NetworkWeights.CopyOf(network);
        WeightArray first = weights[0];
        WeightArray[][] bad =
        [
            [.. weights.Skip(1)],
            [.. weights, new WeightArray("surplus", [1], [0])],
            [first with { Shape = [first.Values.Length, 1] }, .. weights.Skip(1)],
        ];
        Assert.All(
            bad,
            arrays =>
                Assert.Equal(
                    "artifact_damaged",
                    Assert.Throws<SentinelException>(() => NetworkWeights.CopyInto(network, arrays)).Code
                )
        );
        Assert.Equal(weights.SelectMany(array => array.Values), Flat(network));
    }

    private static bool IsStatistic(string name) => name.Contains("running_", StringComparison.Ordinal);

    private static void AssertUniform(WeightArray array, double limit)
    {
        Assert.All(array.Values, value => Assert.InRange(value, -limit, limit));
        Assert.InRange(array.Values.Max(), limit * 0.9, limit);
    }

    private static float[] Flat(DualBranchNetwork network) =>
        [.. NetworkWeights.CopyOf(network).SelectMany(array => array.Values)];

    private static NetworkScores Score(NetworkPreset preset, SampleTable table)
    {
        using NetworkEnsemble ensemble = new([new DualBranchNetwork(TestBatches.Shape(preset), 42)]);
        ensemble.Freeze();
        return NetworkScoring.Score(ensemble, table, TestContext.Current.CancellationToken);
    }
}
