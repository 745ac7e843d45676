using System.Globalization;
using System.Runtime.Intrinsics;

namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>
/// The environment in which PyTorch is quickest on a small machine. Left alone, OpenBLAS's own threads and PyTorch's take the
/// cores from each other, and the allocator gives pages back that the next step asks for again.
/// </summary>
internal static class PeerEnvironment
{
    public const string Install =
        "apt-get install --no-install-recommends python3-torch libopenblas0-openmp libtcmalloc-minimal4";

    private const string Libraries = "/usr/lib/x86_64-linux-gnu";
    private const string OpenMp = $"{Libraries}/openblas-openmp";
    private const string Allocator = $"{Libraries}/libtcmalloc_minimal.so.4";

    private static readonly (string, string)[] Keep =
    [
        ("MALLOC_MMAP_THRESHOLD_", "1000000000"),
        ("MALLOC_TRIM_THRESHOLD_", "10000000000"),
        ("MALLOC_TOP_PAD_", "100000000"),
    ];

    /// <summary>What the comparison uses: the quickest of <see cref="All"/> that this machine has the libraries for.</summary>
    public static (string Name, IReadOnlyList<(string Key, string Value)> Variables) Best(int threads) =>
        All(threads).Last(one => one.Variables.All(Exists));

    /// <summary>Every environment that was tried, the quickest last.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<(string Key, string Value)> Variables)> All(int threads)
    {
        var count = threads.ToString(CultureInfo.InvariantCulture);
        (string, string)[] both = [("OMP_NUM_THREADS", count), ("OPENBLAS_NUM_THREADS", count)];
        (string, string)[] single = [("OMP_NUM_THREADS", count), ("OPENBLAS_NUM_THREADS", "1")];
        (string, string)[] openMp = [.. both, ("LD_LIBRARY_PATH", OpenMp)];
        (string, string)[] quick = [.. openMp, ("LD_PRELOAD", Allocator)];
        return
        [
            ("as it comes", []),
            ("thread counts set", both),
            ("no OpenBLAS threads, plain kernels", [.. single, .. Keep, ("ATEN_CPU_CAPABILITY", "default")]),
            ("no OpenBLAS threads, malloc keeps pages", [.. single, .. Keep]),
            ("no OpenBLAS threads, tcmalloc", [.. single, ("LD_PRELOAD", Allocator)]),
            ("OpenBLAS over OpenMP, malloc keeps pages", [.. openMp, .. Keep]),
            ("OpenBLAS over OpenMP, tcmalloc, busy waiting", [.. quick, ("OMP_WAIT_POLICY", "active")]),
            ("OpenBLAS over OpenMP, tcmalloc", quick),
            ("OpenBLAS over OpenMP, tcmalloc, Haswell kernels", [.. quick, ("OPENBLAS_CORETYPE", "Haswell")]),
        ];
    }

    private static bool Exists((string Key, string Value) variable) =>
        variable.Key switch
        {
            "LD_LIBRARY_PATH" => Directory.Exists(variable.Value),
            "LD_PRELOAD" => File.Exists(variable.Value),
            // Quicker than the kernels that OpenBLAS takes on a Zen without AVX-512; with AVX-512 it has better ones.
            "OPENBLAS_CORETYPE" => Vector256.IsHardwareAccelerated && !Vector512.IsHardwareAccelerated,
            _ => true,
        };
}
