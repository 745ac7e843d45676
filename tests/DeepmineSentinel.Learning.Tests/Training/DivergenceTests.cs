using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Tests.Training;

/// <summary>A training that leaves the numbers says in which layer.</summary>
public sealed class DivergenceTests
{
    [Theory]
    [InlineData(NetworkPreset.Compact, "series_branch.recurrent.weight_hh_l0")]
    [InlineData(NetworkPreset.Enhanced, "static_branch.second.weight")]
    [InlineData(NetworkPreset.Enhanced, "hazard_head.bias")]
    public void A_parameter_that_is_not_finite_is_named(NetworkPreset preset, string name) =>
        Assert.Contains($"the parameter {name} is", MessageAfter(preset, name, float.NaN), StringComparison.Ordinal);

    [Theory]
    [InlineData(NetworkPreset.Compact, "static_branch.second")]
    [InlineData(NetworkPreset.Enhanced, "static_branch.second")]
    [InlineData(NetworkPreset.Enhanced, "condition_head")]
    public void The_first_layer_whose_output_is_not_finite_is_named(NetworkPreset preset, string layer) =>
        Assert.Contains(
            $"the output of the layer {layer} is",
            MessageAfter(preset, layer + ".weight", float.MaxValue),
            StringComparison.Ordinal
        );

    /// <summary>Huge inputs times tiny weights are ordinary numbers; the gradient of those weights is not.</summary>
    [Fact]
    public void The_first_gradient_on_the_way_back_that_is_not_finite_is_named()
    {
        string message = Message(
            NetworkPreset.Compact,
            network => Set(network, "static_branch.first.weight", 1e-38f),
            largest: 1e38f
        );
        Assert.Contains("the gradient of the layer static_branch.first is", message, StringComparison.Ordinal);
    }

    private static string MessageAfter(NetworkPreset preset, string name, float value) =>
        Message(preset, network => Set(network, name, value), 1);

    private static string Message(NetworkPreset preset, Action<DualBranchNetwork> spoil, float largest)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        NetworkOptions shape = new()
        {
            Preset = preset,
            StaticCount = 6,
            ChannelCount = 2,
            Steps = 7,
            ClassCount = 3,
        };
        using DualBranchNetwork network = new(shape, 1);
        spoil(network);
        NetworkBatch inputs = new(
            (rand([5, 6]) + 1) * largest,
            rand([5, 7, 4]) + 1,
            zeros([5, 7], dtype: ScalarType.Bool),
            zeros([5, 1], dtype: ScalarType.Bool)
        );
        SentinelException problem = Divergence.In(3, network, inputs, Targets());
        Assert.Equal("training_diverged", problem.Code);
        Assert.Contains("in epoch 4:", problem.Message, StringComparison.Ordinal);
        return problem.Message;
    }

    private static BatchTargets Targets() =>
        new()
        {
            Condition = ones([5, 3]),
            ConditionCount = 5,
            Hazard = zeros([5, NetworkOptions.HazardCount]),
            Known = ones([5, NetworkOptions.HazardCount]) * 1e4,
            KnownCount = 5 * NetworkOptions.HazardCount,
        };

    private static void Set(DualBranchNetwork network, string name, float value)
    {
        using IDisposable untracked = no_grad();
        network.get_parameter(name)!.zero_().add_(value);
    }
}
