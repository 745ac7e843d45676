using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>
/// Dropout by masks from Learning's own streams: both engines see the same masks, and a run resumes without the state of
/// a generator. Without a stream nothing is dropped.
/// </summary>
internal sealed class Dropping
{
    /// <summary>Stream of this batch; null: evaluation.</summary>
    public RandomSequence? Stream { get; set; }

    /// <summary>Drops a share of the units and scales up the rest.</summary>
    public Tensor Apply(Tensor input, double probability)
    {
        if (Stream is null || probability == 0)
        {
            return input;
        }

        float[] mask = new float[input.numel()];
        Stream.FillDropout(mask, probability);
        return input.mul(tensor(mask, dtype: ScalarType.Float32).reshape(input.shape));
    }
}
