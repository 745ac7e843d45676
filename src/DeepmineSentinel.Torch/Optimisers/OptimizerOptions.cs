namespace TorchSharp.Modules;

/// <summary>Options of a parameter group; what is left open is the optimiser's.</summary>
public abstract class OptimizerOptions
{
    /// <summary>The learning rate now.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate at the start.</summary>
    public double? InitialLearningRate { get; set; }

    internal abstract void Write(BinaryWriter writer);

    internal abstract void Read(BinaryReader reader);

    internal abstract void CopyFrom(OptimizerOptions source);

    internal static void Write(BinaryWriter writer, params ReadOnlySpan<double?> values)
    {
        foreach (var value in values)
        {
            writer.Write(value ?? double.NaN);
        }
    }
}
