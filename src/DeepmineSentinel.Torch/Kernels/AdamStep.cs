namespace TorchSharp.Kernels;

/// <summary>The numbers of one step of Adam, rounded as PyTorch rounds them.</summary>
internal readonly struct AdamStep
{
    public AdamStep(AdamSettings settings, long step, bool decoupled)
    {
        Beta1 = (float)settings.Beta1;
        Beta2 = (float)settings.Beta2;
        Fresh1 = (float)(1 - settings.Beta1);
        Fresh2 = (float)(1 - settings.Beta2);
        Eps = (float)settings.Eps;
        Decay = decoupled ? 0 : (float)settings.WeightDecay;
        Shrink = decoupled ? (float)(1 - settings.LearningRate * settings.WeightDecay) : 1;
        Sign = settings.Maximize ? -1 : 1;
        RootCorrection = (float)Math.Sqrt(1 - Math.Pow(settings.Beta2, step));
        Size = (float)(-settings.LearningRate / (1 - Math.Pow(settings.Beta1, step)));
    }

    public float Beta1 { get; }

    public float Beta2 { get; }

    public float Fresh1 { get; }

    public float Fresh2 { get; }

    public float Eps { get; }

    public float Decay { get; }

    public float Shrink { get; }

    public float Sign { get; }

    public float RootCorrection { get; }

    public float Size { get; }
}
