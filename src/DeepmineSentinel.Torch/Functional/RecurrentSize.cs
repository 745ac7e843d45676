using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Time steps, batch, input features and hidden features of a layer.</summary>
internal readonly record struct RecurrentSize(int Steps, int Batch, int Inputs, int Hidden)
{
    /// <summary>Floats of one step's states.</summary>
    public int StepLength => Batch * Hidden;

    /// <summary>Rows of the batch that a thread takes at least, each through all steps.</summary>
    public int Grain => Threads.Grain((long)Steps * Hidden * (8 * Hidden + 64), 8);
}
