using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Makes tensors from values, arrays and random numbers.</summary>
internal static class Creation
{
    public static Tensor Empty(long[] sizes, CreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        return Finish(Tensor.Allocate(sizes, options.Type ?? ScalarType.Float32), options);
    }

    public static Tensor Filled(long[] sizes, int value, CreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        var result = Tensor.Allocate(sizes, options.Type ?? ScalarType.Float32);
        return Finish(result.fill(value), options);
    }

    public static Tensor Full(long[] sizes, Scalar value, CreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(value);
        var type = options.Type ?? Natural(value.Type);
        return Finish(Tensor.Allocate(sizes, type).fill(value), options);
    }

    public static Tensor Range(Scalar start, Scalar stop, Scalar step, CreationOptions options)
    {
        var real = Elements.IsFloating(start.Type) || Elements.IsFloating(stop.Type) || Elements.IsFloating(step.Type);
        var count = Math.Ceiling((stop.Real - start.Real) / step.Real);
        if (!(count >= 0 && step.Real != 0))
        {
            throw new ArgumentException($"No range from {start.Real} to {stop.Real} by {step.Real}.");
        }

        using var values = Tensor.Allocate([(long)count], ScalarType.Float64, tracked: false);
        var to = values.Flat<double>();
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = start.Real + i * step.Real;
        }

        return Finish(values.ConvertTo(options.Type ?? (real ? ScalarType.Float32 : ScalarType.Int64), true), options);
    }

    public static Tensor Uniform(long[] sizes, Generator? generator, CreationOptions options) =>
        Drawn(sizes, options, tensor => (generator ?? Generator.Default).FillUniform(tensor));

    public static Tensor Normal(long[] sizes, Generator? generator, CreationOptions options) =>
        Drawn(sizes, options, tensor => (generator ?? Generator.Default).FillNormal(tensor));

    public static Tensor Permutation(long n, Generator? generator, CreationOptions options)
    {
        var order = Tensor.Allocate([n], ScalarType.Int64);
        var source = generator ?? Generator.Default;
        var to = order.Flat<long>();
        for (var i = 0; i < to.Length; i++)
        {
            var other = (int)source.NextBelow(i + 1);
            (to[i], to[other]) = (to[other], i);
        }

        return Finish(options.Type == ScalarType.Int64 ? order : order.ConvertTo(options.Type!.Value, true), options);
    }

    public static T[] ToArray<T>(IList<T> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var copy = new T[list.Count];
        list.CopyTo(copy, 0);
        return copy;
    }

    public static Tensor FromElements<T>(T[] elements, long[] sizes, CreationOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        if (Shapes.Count(sizes) != elements.Length)
        {
            throw new ArgumentException($"{elements.Length} elements do not fill shape {Shapes.Show(sizes)}.");
        }

        var own = Elements.TypeOf<T>();
        var type = options.Type ?? own;
        if (type == own)
        {
            return Finish(Copied<T>(elements, sizes, tracked: true), options);
        }

        using var copied = Copied<T>(elements, sizes, tracked: false);
        return Finish(copied.ConvertTo(type, true), options);
    }

    public static Tensor FromAnyArray(Array array, CreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(array);
        var sizes = new long[array.Rank];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = array.GetLength(i);
        }

        var element = array.GetType().GetElementType()!;
        return element == typeof(float) ? FromElements(Flatten<float>(array), sizes, options)
            : element == typeof(double) ? FromElements(Flatten<double>(array), sizes, options)
            : element == typeof(long) ? FromElements(Flatten<long>(array), sizes, options)
            : element == typeof(int) ? FromElements(Flatten<int>(array), sizes, options)
            : element == typeof(bool) ? FromElements(Flatten<bool>(array), sizes, options)
            : element == typeof(byte) ? FromElements(Flatten<byte>(array), sizes, options)
            : throw new ArgumentException($"Arrays of {element.Name} are not supported.");
    }

    private static T[] Flatten<T>(Array array)
        where T : unmanaged
    {
        var flat = new T[array.Length];
        if (flat.Length > 0)
        {
            ref var first = ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(
                ref MemoryMarshal.GetArrayDataReference(array)
            );
            MemoryMarshal.CreateReadOnlySpan(ref first, flat.Length).CopyTo(flat);
        }

        return flat;
    }

    private static Tensor Copied<T>(T[] elements, long[] sizes, bool tracked)
        where T : unmanaged
    {
        var result = Tensor.Allocate(sizes, Elements.TypeOf<T>(), tracked);
        elements.CopyTo(result.Flat<T>());
        return result;
    }

    private static Tensor Drawn(long[] sizes, CreationOptions options, Action<Tensor> draw)
    {
        var result = Empty(sizes, options with { RequiresGrad = false });
        draw(result);
        return Finish(result, options);
    }

    private static Tensor Finish(Tensor tensor, CreationOptions options) =>
        options.RequiresGrad ? tensor.requires_grad_() : tensor;

    private static ScalarType Natural(ScalarType type) =>
        type switch
        {
            ScalarType.Float64 => ScalarType.Float32,
            ScalarType.Int32 => ScalarType.Int64,
            _ => type,
        };
}
