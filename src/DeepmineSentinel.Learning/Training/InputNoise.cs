using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>
/// Noise on the inputs of a training batch (Bishop 1995: as good as a penalty): each static input is moved, and each channel of
/// a window is moved as a whole. Some hundred stopes are soon known by their exact numbers and by the level of their sensors;
/// what is learnt must not hang on these. Differences within a window stay as they are, as does what is missing.
/// </summary>
/// <param name="stream">Stream of the batch.</param>
/// <param name="deviation">Standard deviation, in standard deviations of the inputs.</param>
internal sealed class InputNoise(RandomSequence stream, double deviation)
{
    // Of even numbers within the limit.
    private readonly float limit = (float)(deviation * Math.Sqrt(3));

    /// <summary>Moves the inputs of a batch.</summary>
    /// <param name="buffers">Filled.</param>
    /// <param name="shape">Shape of the network.</param>
    public void Add(BatchBuffers buffers, NetworkOptions shape)
    {
        float[] statics = new float[buffers.Statics.Length];
        stream.FillUniform(statics, limit);
        for (int i = 0; i < statics.Length; i++)
        {
            buffers.Statics[i] += statics[i];
        }

        float[] levels = new float[buffers.NoSeries.Length * shape.ChannelCount];
        stream.FillUniform(levels, limit);
        for (int at = 0; at < buffers.Series.Length; at++)
        {
            int column = at % shape.StepWidth;
            if (column < shape.ChannelCount && buffers.Series[at + shape.ChannelCount] > 0)
            {
                int row = at / (shape.Steps * shape.StepWidth);
                buffers.Series[at] += levels[(row * shape.ChannelCount) + column];
            }
        }
    }
}
