namespace TorchSharp;

public static partial class torch
{
    /// <summary>Uniform numbers from 0 up to 1.</summary>
    public static Tensor rand(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => Creation.Uniform(size, generator, new(dtype, device, requires_grad));

    /// <summary>Uniform numbers from 0 up to 1.</summary>
    public static Tensor rand(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => Creation.Uniform(size.ToArray(), generator, new(dtype, device, requires_grad));

    /// <summary>Uniform numbers from 0 up to 1.</summary>
    public static Tensor rand(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => Creation.Uniform([size], generator, new(dtype, device, requires_grad));

    /// <summary>Uniform numbers from 0 up to 1.</summary>
    public static Tensor rand(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => Creation.Uniform([rows, columns], generator, new(dtype, device, requires_grad));

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => Creation.Normal(size, generator, new(dtype, device, requires_grad));

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => Creation.Normal(size.ToArray(), generator, new(dtype, device, requires_grad));

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => Creation.Normal([size], generator, new(dtype, device, requires_grad));

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => Creation.Normal([rows, columns], generator, new(dtype, device, requires_grad));

    /// <summary>Uniform numbers from 0 up to 1 in the shape of another tensor.</summary>
    public static Tensor rand_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    )
    {
        ArgumentNullException.ThrowIfNull(input);
        return Creation.Uniform(input.shape, null, new(dtype ?? input.dtype, device, requires_grad));
    }

    /// <summary>The numbers from 0 up to n in a random order, int64.</summary>
    public static Tensor randperm(
        long n,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null
    ) => Creation.Permutation(n, generator, new(dtype ?? ScalarType.Int64, device, requires_grad));

    /// <summary>Seeds the generator of this process.</summary>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>The state of the generator of this process, bytes.</summary>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <summary>Puts the generator of this process into a state taken before.</summary>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
}
