namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter.</summary>
public abstract class OptimizerState : IDisposable
{
    /// <summary>Releases the tensors.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the tensors.</summary>
    protected abstract void Dispose(bool disposing);

    internal abstract void Write(BinaryWriter writer);

    internal abstract void Read(BinaryReader reader);

    internal abstract void CopyFrom(OptimizerState source);

    internal static void CopyTensor(torch.Tensor target, torch.Tensor source)
    {
        if (!Shapes.Same(target.Sizes, source.Sizes))
        {
            throw new ArgumentException(
                $"Optimiser state of shape {Shapes.Show(source.Sizes)} for {Shapes.Show(target.Sizes)}."
            );
        }

        using var mode = torch.no_grad();
        target.copy_(source);
    }
}
