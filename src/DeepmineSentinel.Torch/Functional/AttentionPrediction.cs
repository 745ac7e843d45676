using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>
/// A whole attention module where nothing is recorded: a few rows of the batch go from the inputs to the outputs at a time, so
/// that what lies between stays in the cache, and threads meet once.
/// </summary>
internal static unsafe class AttentionPrediction
{
    /// <summary>Whether nobody records and every thread has rows of its own.</summary>
    public static bool Serves(Tensor query, Tensor key, AttentionWeights weights) =>
        query.Sizes[1] >= Threads.Count
        && !Tape.Watches([query, key, weights.Joint, weights.Bias, weights.Output, weights.OutputBias]);

    /// <summary>Queries [L, B, E], keys that are the values too [S, B, E] and keys to ignore [B, S] to [L, B, E].</summary>
    public static Tensor Run(Tensor query, Tensor key, Tensor? mask, AttentionWeights weights, int heads)
    {
        var (batch, width) = ((int)query.Sizes[1], (int)query.Sizes[2]);
        var size = new AttentionSize((int)query.Sizes[0], (int)key.Sizes[0], batch, heads, width / heads);
        var result = Tensor.Allocate(query.Sizes, ScalarType.Float32);
        var (asked, read) = (query.contiguous(), key.contiguous());
        using var ignored = mask?.PackedAlias();
        var together = ReferenceEquals(query, key);
        using var first = new WeightPanels(together ? weights.Joint : weights.Joint.narrow(0, 0, width));
        using var second = new WeightPanels(together ? null : weights.Joint.narrow(0, width, 2 * width));
        using var last = new WeightPanels(weights.Output);
        fixed (float* q = asked.Flat<float>())
        fixed (float* k = read.Flat<float>())
        fixed (byte* skip = ignored is null ? [] : ignored.Flat<byte>())
        fixed (float* firstPanels = first.Panels)
        fixed (float* secondPanels = second.Panels)
        fixed (float* lastPanels = last.Panels)
        fixed (float* bias = weights.Bias is null ? [] : weights.Bias.Flat<float>())
        fixed (float* lastBias = weights.OutputBias is null ? [] : weights.OutputBias.Flat<float>())
        fixed (float* o = result.Flat<float>())
        {
            var pass = new AttentionPredictionPass
            {
                Size = size,
                Asked = new HeadRows(q, asked, 0),
                Read = new HeadRows(k, read, 0),
                Ignored = skip,
                OfAsked = new Projection(firstPanels, bias, width, first.Columns),
                OfRead = new Projection(secondPanels, bias == null ? null : bias + width, width, second.Columns),
                OfResults = new Projection(lastPanels, lastBias, width, width),
                Output = new HeadRows(o, result, 0),
            };
            Threads.Run(&AttentionPredictionPass.Run, &pass, batch, pass.Grain);
        }

        return result;
    }
}
