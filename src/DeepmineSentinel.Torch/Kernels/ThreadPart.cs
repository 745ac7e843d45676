namespace TorchSharp.Kernels;

/// <summary>A body to call, its state on the caller's stack, all rows and the rows of a part.</summary>
internal readonly unsafe struct ThreadPart
{
    private readonly delegate* <void*, int, int, void> body;
    private readonly void* state;
    private readonly int rows;
    private readonly int length;

    public ThreadPart(delegate* <void*, int, int, void> body, void* state, int rows, int length)
    {
        this.body = body;
        this.state = state;
        this.rows = rows;
        this.length = length;
    }

    public void Run(int part) => body(state, part * length, Math.Min((part + 1) * length, rows));
}
