using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Parameters that share options.</summary>
public abstract class ParamGroup : ILearningRateController
{
    private protected ParamGroup(IEnumerable<Parameter> parameters)
    {
        Members = [.. parameters];
    }

    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters => Members;

    /// <summary>The learning rate now.</summary>
    public double LearningRate
    {
        get => Settings.LearningRate ?? 0;
        set => Settings.LearningRate = value;
    }

    /// <summary>The learning rate at the start.</summary>
    public double InitialLearningRate
    {
        get => Settings.InitialLearningRate ?? 0;
        set => Settings.InitialLearningRate = value;
    }

    internal Parameter[] Members { get; }

    internal abstract OptimizerOptions Settings { get; }
}
