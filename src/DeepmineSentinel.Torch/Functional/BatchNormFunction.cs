using TorchSharp.Autograd;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Batch normalisation of [rows, features] as one step of the tape.</summary>
internal static class BatchNormFunction
{
    /// <summary>By the batch's own mean and variance; moves the running values by the factor.</summary>
    public static Tensor Train(Tensor input, BatchNorm1d module, double eps, double factor)
    {
        var rows = input.contiguous();
        var features = (int)rows.Sizes[1];
        using var statistics = Tensor.Allocate([2, features], ScalarType.Float32, tracked: false);
        var mean = statistics.Flat<float>()[..features];
        var variance = statistics.Flat<float>()[features..];
        Measure(rows.Flat<float>(), mean, variance);
        if (module.running_mean is not null)
        {
            Move(module, mean, variance, (int)rows.Sizes[0], factor);
        }

        return Apply(rows, module, mean, Inverted(variance, eps), batch: true);
    }

    /// <summary>By the running mean and variance.</summary>
    public static Tensor Evaluate(Tensor input, BatchNorm1d module, double eps)
    {
        var variance = module.running_var!.Flat<float>().ToArray();
        return Apply(
            input.contiguous(),
            module,
            module.running_mean!.Flat<float>(),
            Inverted(variance, eps),
            batch: false
        );
    }

    private static void Measure(ReadOnlySpan<float> rows, Span<float> mean, Span<float> variance)
    {
        var features = mean.Length;
        var count = rows.Length / features;
        mean.Clear();
        variance.Clear();
        for (var start = 0; start < rows.Length; start += features)
        {
            var row = rows.Slice(start, features);
            for (var j = 0; j < row.Length; j++)
            {
                mean[j] += row[j];
            }
        }

        for (var j = 0; j < features; j++)
        {
            mean[j] /= count;
        }

        for (var start = 0; start < rows.Length; start += features)
        {
            var row = rows.Slice(start, features);
            for (var j = 0; j < row.Length; j++)
            {
                var distance = row[j] - mean[j];
                variance[j] += distance * distance;
            }
        }

        for (var j = 0; j < features; j++)
        {
            variance[j] /= count;
        }
    }

    private static void Move(
        BatchNorm1d module,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> variance,
        int count,
        double factor
    )
    {
        var runningMean = module.running_mean!.Flat<float>();
        var runningVariance = module.running_var!.Flat<float>();
        var unbiased = count / (count - 1f);
        for (var j = 0; j < mean.Length; j++)
        {
            runningMean[j] = (float)((1 - factor) * runningMean[j] + factor * mean[j]);
            runningVariance[j] = (float)((1 - factor) * runningVariance[j] + factor * (variance[j] * unbiased));
        }

        module.running_mean.Storage.Version++;
        module.running_var.Storage.Version++;
    }

    private static Tensor Inverted(ReadOnlySpan<float> variance, double eps)
    {
        var scales = Tensor.Allocate([variance.Length], ScalarType.Float32);
        var to = scales.Flat<float>();
        for (var j = 0; j < to.Length; j++)
        {
            to[j] = 1 / MathF.Sqrt(variance[j] + (float)eps);
        }

        return scales;
    }

    private static Tensor Apply(Tensor rows, BatchNorm1d module, ReadOnlySpan<float> mean, Tensor scales, bool batch)
    {
        var result = Tensor.Allocate(rows.Sizes, ScalarType.Float32);
        var normal = Tensor.Allocate(rows.Sizes, ScalarType.Float32);
        var (weight, bias) = (module.weight, module.bias);
        var gain = weight is null ? default : weight.Flat<float>();
        var shift = bias is null ? default : bias.Flat<float>();
        for (var start = 0; start < rows.Count; start += mean.Length)
        {
            var to = result.Flat<float>().Slice(start, mean.Length);
            var x = normal.Flat<float>().Slice(start, mean.Length);
            Row(rows.Flat<float>().Slice(start, mean.Length), mean, scales.Flat<float>(), x);
            for (var j = 0; j < x.Length; j++)
            {
                to[j] = gain.IsEmpty ? x[j] : x[j] * gain[j] + shift[j];
            }
        }

        if (Tape.Watches([rows, weight, bias]))
        {
            ReadOnlySpan<Tensor> saved = weight is null ? [normal, scales] : [normal, scales, weight];
            Tape.Record([result], [rows, weight, bias], saved, new(static b => Backward(b), batch));
        }

        return result;
    }

    private static void Row(
        ReadOnlySpan<float> from,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> scales,
        Span<float> to
    )
    {
        for (var j = 0; j < to.Length; j++)
        {
            to[j] = (from[j] - mean[j]) * scales[j];
        }
    }

    private static void Backward(FunctionNode node)
    {
        var gradient = node.Grad.contiguous();
        var (normal, scales) = (node.Saved(0), node.Saved(1));
        var features = (int)scales.Count;
        var sums = zeros([2, features]);
        var ofWeight = sums.Flat<float>()[..features];
        var ofBias = sums.Flat<float>()[features..];
        for (var start = 0; start < gradient.Count; start += features)
        {
            var g = gradient.Flat<float>().Slice(start, features);
            var x = normal.Flat<float>().Slice(start, features);
            for (var j = 0; j < g.Length; j++)
            {
                ofWeight[j] += g[j] * x[j];
                ofBias[j] += g[j];
            }
        }

        GiveInput(node, gradient, sums);
        if (node.Needs(1))
        {
            node.Give(1, sums.select(0, 0));
        }

        if (node.Needs(2))
        {
            node.Give(2, sums.select(0, 1));
        }
    }

    /// <summary>gain scale (g - mean(g) - x mean(g x)) over the batch, or gain scale g by running values.</summary>
    private static void GiveInput(FunctionNode node, Tensor gradient, Tensor sums)
    {
        if (!node.Needs(0))
        {
            return;
        }

        var normal = node.Saved(0);
        var scales = node.Saved(1).Flat<float>();
        var gain = node.InputSizes(1) is null ? default : node.Saved(2).Flat<float>();
        var features = scales.Length;
        var share = (bool)node.State! ? 1f / normal.Sizes[0] : 0;
        var result = Tensor.Allocate(normal.Sizes, ScalarType.Float32);
        var total = sums.Flat<float>();
        for (var start = 0; start < gradient.Count; start += features)
        {
            var g = gradient.Flat<float>().Slice(start, features);
            var x = normal.Flat<float>().Slice(start, features);
            var to = result.Flat<float>().Slice(start, features);
            for (var j = 0; j < to.Length; j++)
            {
                var scale = gain.IsEmpty ? scales[j] : scales[j] * gain[j];
                to[j] = scale * (g[j] - (total[features + j] + x[j] * total[j]) * share);
            }
        }

        node.Give(0, result);
    }
}
