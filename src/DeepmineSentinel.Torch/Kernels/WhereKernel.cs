using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Chooses between two tensors of one element type by a truth tensor, broadcast to the target.</summary>
internal static class WhereKernel
{
    public static void Run(Tensor condition, Tensor x, Tensor y, Tensor target)
    {
        switch (Elements.SizeOf(target.dtype))
        {
            case 8:
                Rows<long>(condition, x, y, target);
                break;
            case 4:
                Rows<int>(condition, x, y, target);
                break;
            default:
                Rows<byte>(condition, x, y, target);
                break;
        }
    }

    private static void Rows<T>(Tensor condition, Tensor x, Tensor y, Tensor target)
        where T : unmanaged
    {
        var choose = condition.Reach<byte>();
        var left = x.Reach<T>();
        var right = y.Reach<T>();
        var to = target.Reach<T>();
        var loop = new StridedLoop(target, condition, x, y);
        while (loop.Next())
        {
            for (var i = 0; i < loop.Length; i++)
            {
                to[loop.Start(0) + i * loop.Step(0)] =
                    choose[loop.Start(1) + i * loop.Step(1)] != 0
                        ? left[loop.Start(2) + i * loop.Step(2)]
                        : right[loop.Start(3) + i * loop.Step(3)];
            }
        }
    }
}
