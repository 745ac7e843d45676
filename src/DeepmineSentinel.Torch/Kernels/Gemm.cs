using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// C = A B or C += A B for any strides of A and B. B is packed into panels as wide as the kernel's registers; every
/// element is summed over k in order with one rounding a step, so neither blocking nor width changes a bit.
/// </summary>
internal static unsafe class Gemm
{
    private const int DepthBlock = 256;

    /// <summary>Rows of A that stay in the cache while all panels pass: whole blocks of every kernel.</summary>
    private const int RowBlock = 96;

    /// <summary>Depth from which columns far apart are worth copying.</summary>
    private const int DeepEnough = 64;

    [ThreadStatic]
    private static float[]? panels;

    [ThreadStatic]
    private static float[]? tiles;

    [ThreadStatic]
    private static float[]? spare;

    /// <summary>The floats that <see cref="Pack"/> writes for a matrix of depth k and n columns.</summary>
    public static int PackedLength(int k, int n) => (n + Panel - 1) / Panel * Panel * k;

    /// <summary>Columns of a panel: two registers.</summary>
    public static int Panel =>
        Width.Bits == 512 ? 32
        : Width.Bits == 256 ? 16
        : 8;

    /// <summary>Computes C[m, n] from A[m, k] and B[k, n].</summary>
    public static void Run(MatrixView a, MatrixView b, GemmTarget c)
    {
        fixed (float* packed = Panels(PackedLength(b.Rows, b.Columns)))
        {
            Pack(b, packed);
            RunPacked(a, packed, b.Columns, c);
        }
    }

    /// <summary>As <see cref="Run"/>, with the panels of B where they were kept.</summary>
    public static void RunWeights(MatrixView a, float[]? kept, MatrixView b, GemmTarget c)
    {
        if (kept is null)
        {
            Run(a, b, c);
            return;
        }

        fixed (float* packed = kept)
        {
            RunPacked(a, packed, b.Columns, c);
        }
    }

    /// <summary>As <see cref="Run"/>, where rows of C have room for whole panels.</summary>
    public static void RunWide(MatrixView a, MatrixView b, GemmTarget c)
    {
        var length = PackedLength(b.Rows, b.Columns);
        fixed (float* packed = Panels(length))
        {
            Pack(b, packed);
            RunPacked(a, packed, length / Math.Max(b.Rows, 1), c);
        }
    }

    /// <summary>As <see cref="Run"/> with B packed before; large products are shared out by rows.</summary>
    public static void RunPacked(MatrixView a, float* packed, int n, GemmTarget c)
    {
        var job = new GemmJob
        {
            A = a,
            Packed = packed,
            Columns = n,
            C = c,
        };
        Threads.Run(&Part, &job, a.Rows, Threads.Grain(2L * n * a.Columns, 8));
    }

    private static void Part(void* state, int from, int to)
    {
        var job = (GemmJob*)state;
        var all = job->A;
        var a = new MatrixView(all.Data + from * all.RowStep, to - from, all.Columns, all.RowStep, all.ColumnStep);
        Blocks(a, job->Packed, job->Columns, job->C.At(from, 0));
    }

    private static void Blocks(MatrixView a, float* packed, int n, GemmTarget c)
    {
        if (a.Columns == 0)
        {
            CopyStart(c, c.Data, c.Step, a.Rows, n);
            return;
        }

        for (var start = 0; start < a.Columns; start += DepthBlock)
        {
            var depth = Math.Min(DepthBlock, a.Columns - start);
            var panel = packed + (nint)start * Panel;
            var target = start == 0 ? c : c.Continued;
            for (var row = 0; row < a.Rows; row += RowBlock)
            {
                var from = a.Data + row * a.RowStep + start * a.ColumnStep;
                var rows = new MatrixView(from, Math.Min(RowBlock, a.Rows - row), depth, a.RowStep, a.ColumnStep);
                RowsOfPanels(rows, panel, (nint)a.Columns * Panel, n, target.At(row, 0));
            }
        }
    }

    /// <summary>Some rows over one block of depth times all panels, which are a step apart.</summary>
    private static void RowsOfPanels(MatrixView a, float* panel, nint panelStep, int n, GemmTarget c)
    {
        fixed (float* room = IsTiled(a) ? tiles ??= Buffer(RowBlock * DepthBlock + Panel) : null)
        {
            var part = room == null ? new GemmPart(a.Data, a.RowStep, a.ColumnStep, a.Columns) : Tiled(a, room);
            var done = a.Rows == 1 ? Lines(part, panel, panelStep, n, c) : 0;
            for (var column = done; column < n; column += Panel)
            {
                var from = panel + column / Panel * panelStep;
                Columns(part, a.Rows, from, Math.Min(Panel, n - column), c.At(0, column));
            }
        }
    }

    /// <summary>Whether the numbers that a block multiplies next lie far apart.</summary>
    private static bool IsTiled(MatrixView a) =>
        Width.Bits >= 128 && a.RowStep == 1 && a.ColumnStep != 1 && a.Rows > 1 && a.Columns >= DeepEnough;

    /// <summary>
    /// Copies A into tiles, column after column. A register of eight is written at a time: what is too much, the tile's
    /// next column overwrites; so the last column, and rows that a register would read beyond, are copied one by one.
    /// </summary>
    private static GemmPart Tiled(MatrixView a, float* room)
    {
        var tile =
            Width.Bits == 512 ? Gemm512.Tile
            : Width.Bits == 256 ? Gemm256.Tile
            : Gemm128.Tile;
        var whole = Math.Max(a.Rows - 8 + tile, 0) / tile * tile;
        for (var k = 0; k < a.Columns; k++)
        {
            var from = a.Data + k * a.ColumnStep;
            var to = room + k * tile;
            var row = 0;
            for (; row < whole && k + 1 < a.Columns; row += tile)
            {
                Vector256.Load(from + row).Store(to + (nint)row * a.Columns);
            }

            for (; row < a.Rows; row += tile)
            {
                var last = Math.Min(row + tile, a.Rows);
                for (var i = row; i < last; i++)
                {
                    to[(nint)row * a.Columns + i - row] = from[i];
                }
            }
        }

        return new GemmPart(room, tile, a.Columns);
    }

    /// <summary>One row times panels by fours; returns the columns done.</summary>
    private static int Lines(GemmPart a, float* panel, nint panelStep, int n, GemmTarget c)
    {
        var column = 0;
        for (; column + 4 * Panel <= n && Width.Bits >= 128; column += 4 * Panel)
        {
            var to = c.At(0, column);
            var from = panel + column / Panel * panelStep;
            if (Width.Bits == 512)
            {
                Gemm512.Line(a.Data, a.ColumnStep, a.Depth, from, panelStep, to.Data, to.Start);
            }
            else if (Width.Bits == 256)
            {
                Gemm256.Line(a.Data, a.ColumnStep, a.Depth, from, panelStep, to.Data, to.Start);
            }
            else
            {
                Gemm128.Line(a.Data, a.ColumnStep, a.Depth, from, panelStep, to.Data, to.Start);
            }
        }

        return column;
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
            var from = source + row * rowStep;
            var to = target + (nint)row * Panel;
            if (width == Panel)
            {
                for (var i = 0; i < Panel; i += 8)
                {
                    Vector256.Load(from + i).Store(to + i);
                }

                continue;
            }

            new ReadOnlySpan<float>(from, width).CopyTo(new Span<float>(to, width));
            new Span<float>(to + width, Panel - width).Clear();
        }
    }

    private static void PackColumns(float* source, MatrixView b, int width, float* target)
    {
        if (width < Panel)
        {
            new Span<float>(target, b.Rows * Panel).Clear();
        }

        var (wholeRows, wholeColumns) =
            b.RowStep == 1 ? Transposition.Run(source, b.ColumnStep, b.Rows, width, target, Panel) : default;
        for (var j = 0; j < width; j++)
        {
            var first = j < wholeColumns ? wholeRows : 0;
            var from = source + j * b.ColumnStep + first * b.RowStep;
            var to = target + j + (nint)first * Panel;
            for (var row = first; row < b.Rows; row++)
            {
                *to = *from;
                from += b.RowStep;
                to += Panel;
            }
        }
    }

    private static void Columns(GemmPart a, int rows, float* panel, int width, GemmTarget c)
    {
        if (width == Panel)
        {
            Rows(a, rows, panel, c);
            return;
        }

        var buffer = spare is not null && spare.Length >= rows * Panel ? spare : spare = Buffer(rows * Panel);
        fixed (float* wide = buffer)
        {
            CopyStart(c, wide, Panel, rows, width);
            Rows(a, rows, panel, GemmTarget.Added(wide, Panel));
            Copy(wide, Panel, c.Data, c.Step, rows, width);
        }
    }

    private static void Rows(GemmPart a, int rows, float* panel, GemmTarget c)
    {
        if (Width.Bits == 512)
        {
            Gemm512.Rows(a, rows, panel, c);
        }
        else if (Width.Bits == 256)
        {
            Gemm256.Rows(a, rows, panel, c);
        }
        else if (Width.Bits == 128)
        {
            Gemm128.Rows(a, rows, panel, c);
        }
        else
        {
            GemmPlain.Rows(a, rows, panel, c);
        }
    }

    /// <summary>Writes what the sums of C start with.</summary>
    private static void CopyStart(GemmTarget c, float* to, nint step, int rows, int width)
    {
        if (c.Start != null)
        {
            Copy(c.Start, c.StartStep, to, step, rows, width);
            return;
        }

        for (var row = 0; row < rows; row++)
        {
            new Span<float>(to + row * step, width).Clear();
        }
    }

    private static void Copy(float* from, nint stepFrom, float* to, nint stepTo, int rows, int width)
    {
        for (var row = 0; row < rows; row++)
        {
            new ReadOnlySpan<float>(from + row * stepFrom, width).CopyTo(new Span<float>(to + row * stepTo, width));
        }
    }

    private static float[] Panels(int length) =>
        panels is not null && panels.Length >= length ? panels : panels = Buffer(length);

    private static float[] Buffer(int length) =>
        GC.AllocateUninitializedArray<float>((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)length), true);
}
