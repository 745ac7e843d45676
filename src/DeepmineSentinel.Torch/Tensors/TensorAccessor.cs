using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Reads and writes a tensor's elements in row-major order of its shape, views included.</summary>
public sealed class TensorAccessor<T>
    where T : unmanaged
{
    private readonly Tensor tensor;

    internal TensorAccessor(Tensor tensor)
    {
        this.tensor = tensor;
    }

    /// <summary>The number of elements.</summary>
    public long Count => tensor.Count;

    /// <summary>One element by its indices, one for each dimension.</summary>
    public T this[params long[] indices]
    {
        get => tensor.Reach<T>()[Position(indices)];
        set
        {
            tensor.Reach<T>()[Position(indices)] = value;
            tensor.Storage.Exposures++;
        }
    }

    /// <summary>Copies from element <paramref name="tensorIndex"/> on into the array; throws if the array is too short.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ArgumentNullException.ThrowIfNull(array);
        var packed = tensor.IsContiguous ? tensor : tensor.PackedAlias();
        packed.Flat<T>()[(int)tensorIndex..].CopyTo(array.AsSpan(arrayIndex));
        if (!ReferenceEquals(packed, tensor))
        {
            packed.Dispose();
        }
    }

    /// <summary>A copy of all elements.</summary>
    public T[] ToArray()
    {
        var copy = new T[Count];
        CopyTo(copy);
        return copy;
    }

    private int Position(long[] indices)
    {
        if (indices.Length != tensor.Sizes.Length)
        {
            throw new ArgumentException($"{indices.Length} indices for shape {Shapes.Show(tensor.Sizes)}.");
        }

        long position = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            if ((ulong)indices[i] >= (ulong)tensor.Sizes[i])
            {
                throw new ArgumentOutOfRangeException(nameof(indices), $"Outside shape {Shapes.Show(tensor.Sizes)}.");
            }

            position += indices[i] * tensor.Strides[i];
        }

        return (int)position;
    }
}
