using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Modules;

public sealed class ModuleTests
{
    [Fact]
    public void Fields_are_registered_by_name_with_PyTorchs_keys()
    {
        var network = new Sample();
        string[] expected =
        [
            "scale",
            "offset",
            "body.0.weight",
            "body.0.bias",
            "body.2.weight",
            "body.2.bias",
            "list.0.weight_ih_l0",
            "list.0.weight_hh_l0",
            "list.0.bias_ih_l0",
            "list.0.bias_hh_l0",
        ];
        Assert.Equal(expected, network.state_dict().Keys);
        Assert.Equal(9, network.parameters().Count());
        Assert.Equal(["offset"], network.named_buffers().Select(b => b.name));
    }

    [Fact]
    public void State_goes_through_a_stream_unchanged()
    {
        var (from, to) = (new Sample(), new Sample());
        using var stream = new MemoryStream();
        from.save(stream);
        stream.Position = 0;
        to.load(stream);
        foreach (var (key, value) in from.state_dict())
        {
            Assert.Equal(value.bytes.ToArray(), to.state_dict()[key].bytes.ToArray());
        }
    }

    [Fact]
    public void Loading_names_missing_and_unexpected_keys_and_wrong_shapes()
    {
        var network = new Sample();
        var state = network.state_dict();
        state.Remove("scale");
        state.Add("stranger", ones(1));
        var refusal = Assert.Throws<InvalidOperationException>(() => network.load_state_dict(state));
        Assert.Contains("scale", refusal.Message, StringComparison.Ordinal);
        var (missing, unexpected) = network.load_state_dict(state, strict: false);
        Assert.Equal(["scale"], missing);
        Assert.Equal(["stranger"], unexpected);
        state["body.0.bias"] = ones(9);
        var wrong = Assert.Throws<ArgumentException>(() => network.load_state_dict(state, strict: false));
        Assert.Contains("body.0.bias", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("[9]", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluation_reaches_submodules_and_stops_dropout()
    {
        var network = nn.Sequential(nn.Linear(4, 4), nn.Dropout(0.9));
        network.eval();
        var x = ones(3, 4);
        Close.To(network.call(x), network.call(x), 0);
        Assert.All(network.modules(), module => Assert.False(module.training));
        network.train();
        Assert.All(network.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Batch_norm_refuses_a_batch_of_one_row_in_training()
    {
        var refusal = Assert.Throws<ArgumentException>(() => nn.BatchNorm1d(3).call(ones(1, 3)));
        Assert.Contains("[1, 3]", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prediction_follows_every_way_of_changing_a_weight()
    {
        using var mode = no_grad();
        var layer = nn.Linear(2, 2, hasBias: false);
        var x = ones(1, 2);
        float First() => layer.call(x).data<float>()[0, 0];
        nn.init.ones_(layer.weight);
        Assert.Equal(2, First());
        layer.weight.mul_(3);
        Assert.Equal(6, First());
        layer.weight.data<float>()[0, 0] = 5;
        Assert.Equal(8, First());
        layer.weight.bytes[..4].Clear();
        Assert.Equal(3, First());
        layer.load_state_dict(new() { ["weight"] = ones(2, 2) });
        Assert.Equal(2, First());
        layer.weight.narrow(0, 0, 1).zero_();
        Assert.Equal(0, First());
    }

    [Fact]
    public void Wrong_shapes_are_named()
    {
        var refusal = Assert.Throws<ArgumentException>(() => nn.Linear(4, 2).call(ones(3, 5)));
        Assert.Contains("[3, 5]", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<ArgumentException>(() => ones(2, 3) + ones(4));
        Assert.Contains("[2, 3] and [4]", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class Sample : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter scale = nn.Parameter(ones(2));
        private readonly Tensor offset = zeros(2);
        private readonly Sequential body = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2));
        private readonly ModuleList<LSTM> list = nn.ModuleList(nn.LSTM(3, 2));

        public Sample()
            : base(nameof(Sample))
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => body.call(list[0].call(input).Item1) * scale + offset;
    }
}
