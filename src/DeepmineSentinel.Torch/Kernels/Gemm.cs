namespace TorchSharp.Kernels;

/// <summary>
/// C = A B or C += A B for any strides of A and B. B is packed into panels as wide as the kernel's registers; every
/// element is summed over k in order with one rounding a step, so neither blocking nor width changes a bit.
/// </summary>
internal static unsafe class Gemm
{
    private const int DepthBlock = 256;

    [ThreadStatic]
    private static float[]? panels;

    [ThreadStatic]
    private static float[]? spare;

    /// <summary>The floats that <see cref="Pack"/> writes for a matrix of depth k and n columns.</summary>
    public static int PackedLength(int k, int n) => (n + Panel - 1) / Panel * Panel * k;

    /// <summary>Columns of a panel: two registers.</summary>
    public static int Panel =>
        Width.Bits == 512 ? 32
        : Width.Bits == 256 ? 16
        : 8;

    /// <summary>Computes C[m, n] (rows of <paramref name="ldc"/>) from A[m, k] and B[k, n]; adds to C if told.</summary>
    public static void Run(MatrixView a, MatrixView b, float* c, int ldc, bool accumulate)
    {
        var length = PackedLength(b.Rows, b.Columns);
        var buffer = panels is not null && panels.Length >= length ? panels : panels = Buffer(length);
        fixed (float* packed = buffer)
        {
            Pack(b, packed);
            RunPacked(a, packed, b.Columns, c, ldc, accumulate);
        }
    }

    /// <summary>As <see cref="Run"/> into packed rows, with the panels of B where they were kept.</summary>
    public static void RunWeights(MatrixView a, float[]? kept, MatrixView b, float* c, bool accumulate)
    {
        if (kept is null)
        {
            Run(a, b, c, b.Columns, accumulate);
            return;
        }

        fixed (float* packed = kept)
        {
            RunPacked(a, packed, b.Columns, c, b.Columns, accumulate);
        }
    }

    /// <summary>As <see cref="Run"/>, where rows of C have room for whole panels.</summary>
    public static void RunWide(MatrixView a, MatrixView b, float* c, int ldc)
    {
        var length = PackedLength(b.Rows, b.Columns);
        var buffer = panels is not null && panels.Length >= length ? panels : panels = Buffer(length);
        fixed (float* packed = buffer)
        {
            Pack(b, packed);
            RunPacked(a, packed, length / Math.Max(b.Rows, 1), c, ldc, accumulate: false);
        }
    }

    /// <summary>As <see cref="Run"/> with B packed before; large products are shared out by rows.</summary>
    public static void RunPacked(MatrixView a, float* packed, int n, float* c, int ldc, bool accumulate)
    {
        var job = new GemmJob
        {
            A = a,
            Packed = packed,
            Columns = n,
            C = c,
            Step = ldc,
            Accumulates = accumulate,
        };
        Threads.Run(&Part, &job, a.Rows, Threads.Grain(2L * n * a.Columns, 8));
    }

    private static void Part(void* state, int from, int to)
    {
        var job = (GemmJob*)state;
        var all = job->A;
        var a = new MatrixView(all.Data + from * all.RowStep, to - from, all.Columns, all.RowStep, all.ColumnStep);
        Blocks(a, job->Packed, job->Columns, job->C + (nint)from * job->Step, job->Step, job->Accumulates);
    }

    private static void Blocks(MatrixView a, float* packed, int n, float* c, int ldc, bool accumulate)
    {
        var k = a.Columns;
        if (k == 0)
        {
            Clear(a.Rows, n, c, ldc, accumulate);
            return;
        }

        for (var start = 0; start < k; start += DepthBlock)
        {
            var depth = Math.Min(DepthBlock, k - start);
            for (var column = 0; column < n; column += Panel)
            {
                var panel = packed + (nint)column * k + (nint)start * Panel;
                var part = new GemmPart(a.Data + start * a.ColumnStep, a.RowStep, a.ColumnStep, depth);
                Columns(part, a.Rows, panel, Math.Min(Panel, n - column), c + column, ldc, accumulate || start > 0);
            }
        }
    }

    /// <summary>Copies B into panels: for each panel, row after row of its columns, padded with zeros.</summary>
    public static void Pack(MatrixView b, float* packed)
    {
        var job = new GemmJob { A = b, Packed = packed };
        Threads.Run(&PackPart, &job, (b.Columns + Panel - 1) / Panel, Threads.Grain(8L * b.Rows * Panel, 1));
    }

    private static void PackPart(void* state, int from, int to)
    {
        var b = ((GemmJob*)state)->A;
        for (var column = from * Panel; column < to * Panel; column += Panel)
        {
            var width = Math.Min(Panel, b.Columns - column);
            var source = b.Data + column * b.ColumnStep;
            var target = ((GemmJob*)state)->Packed + (nint)column * b.Rows;
            if (b.ColumnStep == 1)
            {
                PackRows(source, b.RowStep, b.Rows, width, target);
            }
            else
            {
                PackColumns(source, b, width, target);
            }
        }
    }

    private static void PackRows(float* source, nint rowStep, int rows, int width, float* target)
    {
        for (var row = 0; row < rows; row++)
        {
            var from = new ReadOnlySpan<float>(source + row * rowStep, width);
            var to = new Span<float>(target + (nint)row * Panel, Panel);
            from.CopyTo(to);
            to[width..].Clear();
        }
    }

    private static void PackColumns(float* source, MatrixView b, int width, float* target)
    {
        if (width < Panel)
        {
            new Span<float>(target, b.Rows * Panel).Clear();
        }

        for (var j = 0; j < width; j++)
        {
            var from = source + j * b.ColumnStep;
            var to = target + j;
            for (var row = 0; row < b.Rows; row++)
            {
                *to = *from;
                from += b.RowStep;
                to += Panel;
            }
        }
    }

    private static void Columns(GemmPart a, int rows, float* panel, int width, float* c, int ldc, bool accumulate)
    {
        if (width == Panel)
        {
            Rows(a, rows, panel, c, ldc, accumulate);
            return;
        }

        var buffer = spare is not null && spare.Length >= rows * Panel ? spare : spare = Buffer(rows * Panel);
        fixed (float* wide = buffer)
        {
            if (accumulate)
            {
                Copy(c, ldc, wide, Panel, rows, width);
            }

            Rows(a, rows, panel, wide, Panel, accumulate);
            Copy(wide, Panel, c, ldc, rows, width);
        }
    }

    private static void Rows(GemmPart a, int rows, float* panel, float* c, int ldc, bool accumulate)
    {
        if (Width.Bits == 512)
        {
            Gemm512.Rows(a, rows, panel, c, ldc, accumulate);
        }
        else if (Width.Bits == 256)
        {
            Gemm256.Rows(a, rows, panel, c, ldc, accumulate);
        }
        else
        {
            GemmPlain.Rows(a, rows, panel, c, ldc, accumulate);
        }
    }

    private static void Copy(float* from, int stepFrom, float* to, int stepTo, int rows, int width)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var j = 0; j < width; j++)
            {
                to[j] = from[j];
            }

            from += stepFrom;
            to += stepTo;
        }
    }

    private static void Clear(int rows, int n, float* c, int ldc, bool accumulate)
    {
        for (var row = 0; row < rows && !accumulate; row++)
        {
            new Span<float>(c + (nint)row * ldc, n).Clear();
        }
    }

    private static float[] Buffer(int length) =>
        GC.AllocateUninitializedArray<float>((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)length), true);
}
