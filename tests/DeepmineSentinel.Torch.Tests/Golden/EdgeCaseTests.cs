using System.Globalization;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

/// <summary>Infinities, NaN, zeros of both signs and what is between, through every function, as PyTorch gives them.</summary>
public sealed class EdgeCaseTests
{
    private const float Inf = float.PositiveInfinity;
    private static readonly float[] Values = [-Inf, -1.5f, -0f, 0, 0.5f, 2, Inf, float.NaN];
    private static readonly JsonElement Expected = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "edge_cases.json")))
        .RootElement;

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["abs"] = x => x.abs(),
        ["neg"] = x => x.neg(),
        ["exp"] = x => x.exp(),
        ["expm1"] = x => x.expm1(),
        ["log"] = x => x.log(),
        ["log1p"] = x => x.log1p(),
        ["sqrt"] = x => x.sqrt(),
        ["square"] = x => x.square(),
        ["sigmoid"] = x => x.sigmoid(),
        ["tanh"] = x => x.tanh(),
        ["relu"] = x => x.relu(),
        ["gelu"] = x => nn.functional.gelu(x),
        ["softplus"] = x => nn.functional.softplus(x),
        ["log_sigmoid"] = x => x.log_sigmoid(),
        ["sign"] = x => x.sign(),
        ["floor"] = x => x.floor(),
        ["round"] = x => x.round(),
        ["round1"] = x => x.round(1),
        ["clamp"] = x => x.clamp(-1, 1),
        ["clamp min"] = x => x.clamp(min: (Scalar)0),
        ["clamp max"] = x => x.clamp(max: (Scalar)0),
        ["clamp tensors"] = x => x.clamp(tensor(-1f), tensor((float[])[float.NaN, 1, 1, 1, 1, 1, 1, 1])),
        ["pow2"] = x => x.pow(2),
        ["pow3"] = x => x.pow(3),
        ["pow half"] = x => x.pow(0.5),
        ["pow -1"] = x => x.pow(-1),
        ["pow 0"] = x => x.pow(0),
        ["pow 2.5"] = x => x.pow(2.5),
        ["div 0"] = x => x / 0.0,
        ["inv"] = x => 1 / x,
        ["div trunc"] = x => x.div(2, RoundingMode.trunc),
        ["div floor"] = x => x.div(2, RoundingMode.floor),
        ["floor by zero"] = x => x.div(zeros(8), RoundingMode.floor),
        ["maximum 0"] = x => x.maximum(zeros(8)),
        ["minimum 0"] = x => x.minimum(zeros(8)),
        ["maximum nan"] = x => x.maximum(full(8, float.NaN)),
        ["isfinite"] = x => x.isfinite(),
        ["isnan"] = x => x.isnan(),
        ["nan_to_num"] = x => nan_to_num(x),
        ["nan_to_num given"] = x => nan_to_num(x, 1, 2, -2),
        ["eq self"] = x => x.eq(x),
        ["ne self"] = x => x.ne(x),
        ["gt 0"] = x => x.gt(0),
        ["ge 0"] = x => x.ge(0),
        ["lt 0"] = x => x.lt(0),
        ["le 0"] = x => x.le(0),
        ["logical_not"] = x => x.logical_not(),
        ["and"] = x => x.logical_and(ones(8)),
        ["or"] = x => x.logical_or(zeros(8)),
        ["softmax"] = x => x.softmax(0),
        ["log_softmax"] = x => x.log_softmax(0),
        ["softmax finite"] = x => x[1..6].softmax(0),
        ["softmax -inf"] = x => x[..6].softmax(0),
        ["softmax inf"] = x => x[..7].softmax(0),
        ["softmax all -inf"] = _ => full(3, -Inf).softmax(0),
        ["log_softmax -inf"] = x => x[..6].log_softmax(0),
        ["log_softmax all -inf"] = _ => full(3, -Inf).log_softmax(0),
        ["logsumexp -inf"] = x => logsumexp(x[..6], 0),
        ["logsumexp inf"] = x => logsumexp(x[..7], 0),
        ["logsumexp all -inf"] = _ => logsumexp(full(3, -Inf), 0),
        ["logsumexp"] = x => logsumexp(x, 0),
        ["sum"] = x => x.sum(),
        ["sum infs"] = x => x[..7].sum(),
        ["mean"] = x => x.mean(),
        ["mean infs"] = x => x[1..7].mean(),
        ["std"] = x => x.std(),
        ["std infs"] = x => x[1..7].std(),
        ["var one"] = x => x[4..5].var(),
        ["var one biased"] = x => x[4..5].var(unbiased: false),
        ["max"] = x => x.max(),
        ["min"] = x => x.min(),
        ["max nonan"] = x => x[..7].max(),
        ["argmax"] = x => x.argmax(),
        ["argmax nonan"] = x => x[..7].argmax(),
        ["max dim"] = x => x.max(0).indexes,
        ["min dim"] = x => x.min(0).indexes,
        ["norm"] = x => x.norm(),
        ["norm1"] = x => x[1..7].norm(1f),
        ["norminf"] = x => x.norm(Inf),
        ["norm3"] = x => x[1..6].norm(3f),
        ["norm0"] = x => x[1..6].norm(0f),
        ["cumsum"] = x => x.cumsum(0),
        ["cumprod"] = x => x.cumprod(0),
        ["all"] = x => x.all(),
        ["any"] = x => x.any(),
        ["sort"] = x => x.sort(0, stable: true).Values,
        ["sort idx"] = x => x.sort(0, stable: true).Indices,
        ["sort desc"] = x => x.sort(0, descending: true, stable: true).Values,
        ["sort desc idx"] = x => x.sort(0, descending: true, stable: true).Indices,
        ["topk"] = x => x.topk(3).values,
        ["topk idx"] = x => x.topk(3).indexes,
        ["topk small"] = x => x.topk(3, largest: false).values,
        ["where"] = x => where(x > 0, x, -x),
        ["masked_fill"] = x => x.masked_fill(x.isnan(), 0),
        ["sum empty"] = x => x[..0].sum(),
        ["mean empty"] = x => x[..0].mean(),
        ["to int"] = x => x[1..6].to(int64),
        ["to bool"] = x => x.to(ScalarType.Bool),
        ["dot nan"] = x => x.view(1, 8).matmul(zeros(8, 1)),
        ["layer_norm"] = x => nn.functional.layer_norm(x[1..7], [6]),
    };

    public static TheoryData<string> Names => [.. Expected.EnumerateObject().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Extremes_and_their_gradients_are_PyTorchs(string name)
    {
        var expected = Expected.GetProperty(name);
        var x = tensor(Values).requires_grad_();
        var y = Functions[name](x);
        Compare(expected.GetProperty("outputs"), y, "value");
        if (expected.TryGetProperty("gradients", out var gradients))
        {
            y.sum().backward();
            Compare(gradients, x.Gradient!, "gradient");
        }
    }

    private static void Compare(JsonElement expected, Tensor found, string what)
    {
        var wanted = expected
            .EnumerateArray()
            .Select(v =>
                v.ValueKind == JsonValueKind.String
                    ? double.Parse(v.GetString()!, CultureInfo.InvariantCulture)
                    : v.GetDouble()
            )
            .ToArray();
        var got = found.to(float64).reshape(-1).data<double>().ToArray();
        Assert.Equal(wanted.Length, got.Length);
        for (var i = 0; i < wanted.Length; i++)
        {
            var same =
                wanted[i].Equals(got[i]) || Math.Abs(wanted[i] - got[i]) <= 2e-6 * Math.Max(1, Math.Abs(wanted[i]));
            Assert.True(same, $"{what} {i}: {wanted[i]} expected, {got[i]} found");
        }
    }
}
