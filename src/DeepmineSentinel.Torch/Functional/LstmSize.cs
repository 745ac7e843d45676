namespace TorchSharp.Functional;

/// <summary>Time steps, batch, input features and hidden features of a layer.</summary>
internal sealed record LstmSize(int Steps, int Batch, int Inputs, int Hidden)
{
    /// <summary>Floats of one step's states.</summary>
    public int StepLength => Batch * Hidden;
}
