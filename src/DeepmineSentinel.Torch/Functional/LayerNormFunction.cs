using TorchSharp.Autograd;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Layer normalisation of rows as one step of the tape.</summary>
internal static class LayerNormFunction
{
    public static Tensor Run(Tensor input, int width, Tensor? weight, Tensor? bias, double eps)
    {
        var rows = input.contiguous();
        var count = (int)(rows.Count / Math.Max(width, 1));
        var result = Tensor.Allocate(rows.Sizes, ScalarType.Float32);
        var normal = Tensor.Allocate(rows.Sizes, ScalarType.Float32);
        var scales = Tensor.Allocate([count], ScalarType.Float32);
        var from = rows.Flat<float>();
        var gain = weight is null ? default : weight.Flat<float>();
        var shift = bias is null ? default : bias.Flat<float>();
        for (var i = 0; i < count; i++)
        {
            var normalised = normal.Flat<float>().Slice(i * width, width);
            scales.Flat<float>()[i] = Normalise(from.Slice(i * width, width), normalised, eps);
            Scale(normalised, gain, shift, result.Flat<float>().Slice(i * width, width));
        }

        if (Tape.Watches([rows, weight, bias]))
        {
            ReadOnlySpan<Tensor> saved = weight is null ? [normal, scales] : [normal, scales, weight];
            Tape.Record([result], [rows, weight, bias], saved, new(static b => Backward(b), width));
        }

        return result;
    }

    /// <summary>Writes (x - mean) / sqrt(variance + eps) and returns the factor.</summary>
    private static float Normalise(ReadOnlySpan<float> from, Span<float> to, double eps)
    {
        var mean = 0f;
        for (var j = 0; j < from.Length; j++)
        {
            mean += from[j];
        }

        mean /= from.Length;
        var variance = 0f;
        for (var j = 0; j < from.Length; j++)
        {
            var distance = from[j] - mean;
            variance += distance * distance;
        }

        var scale = 1 / MathF.Sqrt(variance / from.Length + (float)eps);
        for (var j = 0; j < from.Length; j++)
        {
            to[j] = (from[j] - mean) * scale;
        }

        return scale;
    }

    private static void Scale(
        ReadOnlySpan<float> from,
        ReadOnlySpan<float> gain,
        ReadOnlySpan<float> shift,
        Span<float> to
    )
    {
        for (var j = 0; j < to.Length; j++)
        {
            var scaled = gain.IsEmpty ? from[j] : from[j] * gain[j];
            to[j] = shift.IsEmpty ? scaled : scaled + shift[j];
        }
    }

    private static void Backward(FunctionNode node)
    {
        var width = (int)node.State!;
        var gradient = node.Grad.contiguous();
        var (normal, scales) = (node.Saved(0), node.Saved(1));
        var sums = Tensor.Allocate([2, width], ScalarType.Float32);
        var result = Tensor.Allocate(normal.Sizes, ScalarType.Float32);
        var gain = node.InputSizes(1) is null ? default : node.Saved(2).Flat<float>();
        var ofWeight = sums.Flat<float>()[..width];
        var ofBias = sums.Flat<float>()[width..];
        sums.Flat<float>().Clear();
        for (var i = 0; i < scales.Count; i++)
        {
            var g = gradient.Flat<float>().Slice(i * width, width);
            var x = normal.Flat<float>().Slice(i * width, width);
            Gather(g, x, ofWeight, ofBias);
            Row(g, x, gain, scales.Flat<float>()[i], result.Flat<float>().Slice(i * width, width));
        }

        node.Give(0, result);
        if (node.Needs(1))
        {
            node.Give(1, sums.select(0, 0).view(node.InputSizes(1)));
        }

        if (node.Needs(2))
        {
            node.Give(2, sums.select(0, 1).view(node.InputSizes(2)));
        }
    }

    private static void Gather(ReadOnlySpan<float> g, ReadOnlySpan<float> x, Span<float> ofWeight, Span<float> ofBias)
    {
        for (var j = 0; j < g.Length; j++)
        {
            ofWeight[j] += g[j] * x[j];
            ofBias[j] += g[j];
        }
    }

    /// <summary>scale (g' - mean(g') - x mean(g' x)) with g' = g gain.</summary>
    private static void Row(
        ReadOnlySpan<float> g,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> gain,
        float scale,
        Span<float> to
    )
    {
        var mean = 0f;
        var slope = 0f;
        for (var j = 0; j < to.Length; j++)
        {
            to[j] = gain.IsEmpty ? g[j] : g[j] * gain[j];
            mean += to[j];
            slope += to[j] * x[j];
        }

        mean /= to.Length;
        slope /= to.Length;
        for (var j = 0; j < to.Length; j++)
        {
            to[j] = scale * (to[j] - mean - x[j] * slope);
        }
    }
}
