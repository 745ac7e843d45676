using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>A value kept for the backward pass; refuses to come back changed.</summary>
internal readonly struct SavedTensor
{
    private readonly Tensor alias;
    private readonly int version;

    public SavedTensor(Tensor tensor)
    {
        alias = tensor.Alias();
        version = tensor.Storage.Version;
    }

    public Tensor Value =>
        alias.Storage.Version == version
            ? alias
            : throw new InvalidOperationException(
                $"A tensor of shape {Shapes.Show(alias.Sizes)} that the backward pass needs was changed in place."
            );

    public void Release() => alias?.Dispose();
}
