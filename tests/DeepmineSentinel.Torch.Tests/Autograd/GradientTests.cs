using TorchSharp;
using static DeepmineSentinel.Torch.Tests.Autograd.FiniteDifferences;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Autograd;

public sealed class GradientTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Unary = new()
    {
        ["exp"] = x => x.exp(),
        ["expm1"] = x => x.expm1(),
        ["log"] = x => (x.abs() + 0.5).log(),
        ["log1p"] = x => x.abs().log1p(),
        ["tanh"] = x => x.tanh(),
        ["sigmoid"] = x => x.sigmoid(),
        ["log_sigmoid"] = x => x.log_sigmoid(),
        ["relu"] = x => x.relu(),
        ["sqrt"] = x => (x.abs() + 0.5).sqrt(),
        ["square"] = x => x.square(),
        ["abs"] = x => x.abs(),
        ["neg"] = x => -x,
        ["pow"] = x => (x.abs() + 0.5).pow(1.7),
        ["pow 3"] = x => x.pow(3),
        ["clamp"] = x => x.clamp(-0.4, 0.6),
        ["gelu"] = x => nn.functional.gelu(x),
        ["softplus"] = x => nn.functional.softplus(x, 1.5, 2),
        ["softmax last"] = x => x.softmax(-1),
        ["softmax first"] = x => x.softmax(0),
        ["log_softmax"] = x => x.log_softmax(1),
        ["logsumexp"] = x => torch.logsumexp(x, 1),
        ["sum"] = x => x.sum(),
        ["sum 1"] = x => x.sum(1),
        ["sum 0 2 keep"] = x => x.sum([0, 2], true),
        ["mean"] = x => x.mean(),
        ["mean 2"] = x => x.mean([2]),
        ["var"] = x => x.var(1),
        ["std"] = x => x.std(),
        ["norm"] = x => x.norm(),
        ["norm 1"] = x => x.norm(1),
        ["max"] = x => x.max(1).values,
        ["min keep"] = x => x.min(0, true).values,
        ["max all"] = x => x.max(),
        ["cumsum"] = x => x.cumsum(1),
        ["cumprod"] = x => x.cumprod(1),
        ["sort"] = x => x.sort(1, true).Values,
        ["topk"] = x => x.topk(2, 1).values,
        ["reshape"] = x => x.reshape(-1, 2),
        ["transpose"] = x => x.transpose(0, 2),
        ["permute"] = x => x.permute(2, 0, 1),
        ["narrow"] = x => x.narrow(1, 1, 2),
        ["slice"] = x => x.slice(1, 0, 4, 2),
        ["select"] = x => x.select(1, -1),
        ["unsqueeze"] = x => x.unsqueeze(1),
        ["squeeze"] = x => x.narrow(1, 0, 1).squeeze(1),
        ["expand"] = x => x.unsqueeze(0).expand(3, -1, -1, -1),
        ["repeat"] = x => x.repeat(2, 1, 3),
        ["flip"] = x => x.flip(1, 2),
        ["flatten"] = x => x.flatten(1),
        ["contiguous"] = x => x.transpose(0, 1).contiguous(),
        ["clone"] = x => x.clone(),
        ["unbind"] = x => x.unbind(1)[2] * x.unbind(1)[0],
        ["chunk"] = x => x.chunk(2, 1)[1],
        ["split"] = x => x.split([1, 3], 1)[1],
        ["index slices"] = x => x[TensorIndex.Ellipsis, TensorIndex.Slice(1)],
        ["index tensor"] = x => x[TensorIndex.Colon, torch.tensor(new long[] { 3, 0, 3 })],
        ["index mask"] = x => x[x.detach().gt(0)],
        ["gather"] = x => x.gather(1, torch.tensor(new long[] { 0, 2, 2, 1 }).view(2, 2, 1)),
        ["index_select"] = x => x.index_select(1, torch.tensor(new long[] { 1, 1, 0 })),
        ["masked_fill"] = x => x.masked_fill(x.detach().gt(0.3), 2),
        ["nan_to_num"] = x => torch.nan_to_num(x),
        ["add_ in place"] = x => (x * 2).add_(x).mul_(3),
        ["masked_fill_"] = x => (x * 2).masked_fill_(x.detach().gt(0.3), 2),
        ["copy_"] = x => zeros([2, 4, 2], ScalarType.Float64).copy_(x * x),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Binary = new()
    {
        ["add"] = (a, b) => a + b,
        ["sub"] = (a, b) => a - b,
        ["mul"] = (a, b) => a * b,
        ["div"] = (a, b) => a / (b.abs() + 0.5),
        ["add alpha"] = (a, b) => a.add(b, 0.3),
        ["maximum"] = (a, b) => a.maximum(b),
        ["minimum"] = (a, b) => a.minimum(b),
        ["pow"] = (a, b) => (a.abs() + 0.5).pow(b),
        ["where"] = (a, b) => torch.where(a.detach().gt(0), a * 2, b),
        ["mse"] = (a, b) => nn.functional.mse_loss(a, b.expand(a.shape)),
        ["smooth l1"] = (a, b) => nn.functional.smooth_l1_loss(a, b.expand(a.shape), beta: 0.7),
        ["number minus"] = (a, b) => (1 - a) * (2 / (b.abs() + 0.5)),
    };

    public static TheoryData<string> UnaryNames => [.. Unary.Keys];

    public static TheoryData<string> BinaryNames => [.. Binary.Keys];

    [Theory]
    [MemberData(nameof(UnaryNames))]
    public void Gradient_of_one_input_agrees_with_finite_differences(string name) =>
        Check(x => Unary[name](x[0]), Random(new Generator(7), 2, 4, 2));

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void Gradient_of_two_broadcast_inputs_agrees_with_finite_differences(string name)
    {
        var generator = new Generator(11);
        Check(x => Binary[name](x[0], x[1]), Random(generator, 3, 2, 4), Random(generator, 2, 1));
        Check(x => Binary[name](x[0], x[1]), Random(generator, 5), Random(generator, 5));
    }

    [Theory]
    [InlineData(new long[] { 3, 4 }, new long[] { 4, 2 })]
    [InlineData(new long[] { 2, 3, 4 }, new long[] { 2, 4, 5 })]
    [InlineData(new long[] { 2, 3, 4 }, new long[] { 4, 2 })]
    [InlineData(new long[] { 4 }, new long[] { 4, 3 })]
    [InlineData(new long[] { 2, 4 }, new long[] { 4 })]
    [InlineData(new long[] { 4 }, new long[] { 4 })]
    public void Gradient_of_a_matrix_product_agrees_with_finite_differences(long[] left, long[] right)
    {
        var generator = new Generator(13);
        Check(x => x[0].matmul(x[1]), Random(generator, left), Random(generator, right));
    }

    [Fact]
    public void Gradient_of_joined_tensors_agrees_with_finite_differences()
    {
        var generator = new Generator(17);
        Check(x => cat([x[0], x[1], x[0]], 1), Random(generator, 2, 3), Random(generator, 2, 1));
        Check(x => stack([x[0], x[1]], -1), Random(generator, 2, 3), Random(generator, 2, 3));
    }

    [Fact]
    public void Gradient_of_scatter_agrees_with_finite_differences()
    {
        var generator = new Generator(19);
        var index = torch.tensor(new long[] { 0, 2, 1, 0 }).view(2, 2);
        Check(x => x[0].scatter(1, index, x[1]), Random(generator, 2, 4), Random(generator, 2, 2));
    }

    [Fact]
    public void Gradient_of_losses_over_classes_agrees_with_finite_differences()
    {
        var generator = new Generator(23);
        var target = torch.tensor((long[])[2, 0, -100, 1]);
        var weight = torch.arange(1.0, 4.0, dtype: ScalarType.Float64);
        var logits = Random(generator, 4, 3);
        Check(x => nn.functional.cross_entropy(x[0], target), logits);
        Check(x => nn.functional.cross_entropy(x[0], target, weight, label_smoothing: 0.1), logits);
        Check(x => nn.functional.cross_entropy(x[0], x[1].softmax(1)), logits, Random(generator, 4, 3));
        Check(x => nn.functional.nll_loss(x[0], target.clamp(min: 0), reduction: nn.Reduction.Sum), logits);
    }

    [Fact]
    public void Gradient_of_binary_cross_entropy_agrees_with_finite_differences()
    {
        var generator = new Generator(29);
        var target = Random(generator, 4, 3).sigmoid();
        var weight = Random(generator, 3).abs();
        var logits = Random(generator, 4, 3);
        Check(x => nn.functional.binary_cross_entropy_with_logits(x[0], target), logits);
        Check(x => nn.functional.binary_cross_entropy_with_logits(x[0], target, weight), logits);
        Check(x => nn.functional.binary_cross_entropy_with_logits(x[0], target, pos_weights: weight), logits);
    }
}
