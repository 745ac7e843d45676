using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>
/// A value kept for the backward pass; refuses to come back changed. It keeps the buffer, and the handle as long as its
/// owner does not dispose of it.
/// </summary>
internal readonly struct SavedTensor
{
    private readonly Tensor handle;
    private readonly Storage storage;
    private readonly int version;

    public SavedTensor(Tensor tensor)
    {
        handle = tensor;
        storage = tensor.Storage.Retain();
        version = storage.Version;
    }

    public Tensor Value =>
        storage.Version != version
            ? throw new InvalidOperationException(
                $"A tensor of shape {Shapes.Show(handle.Sizes)} that the backward pass needs was changed in place."
            )
        : handle.IsInvalid ? handle.Revived(storage)
        : handle;

    public bool Holds(Tensor tensor) => ReferenceEquals(handle, tensor);

    public void Release() => storage.Release();
}
