using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>exp(x) / sum(exp(x)) along a dimension.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Normalise(dim, dtype, false);

        /// <summary>x - log(sum(exp(x))) along a dimension.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Normalise(dim, dtype, true);

        private static void SoftmaxBackward(FunctionNode node)
        {
            var result = node.Saved(0);
            var target = Allocate(result.Sizes, result.dtype);
            SoftmaxKernel.Backward(result, node.Grad.contiguous(), target, (bool)node.State!);
            node.Give(0, target);
        }

        private Tensor Normalise(long dim, ScalarType? dtype, bool logarithm)
        {
            var from = Elementwise.AsFloat(dtype is { } type ? to_type(type) : this, RoundingMode.None);
            var at = Shapes.Dimension(dim, sizes.Length);
            if (sizes.Length == 0)
            {
                return from.unsqueeze(0).Normalise(0, null, logarithm).squeeze(0);
            }

            if (at != sizes.Length - 1)
            {
                return from.transpose(at, -1).Normalise(-1, null, logarithm).transpose(at, -1);
            }

            var packed = from.contiguous();
            var result = Allocate(sizes, from.dtype);
            SoftmaxKernel.Forward(packed, result, logarithm);
            if (Tape.Watches(packed))
            {
                Tape.Record([result], [packed], [result], new(static b => SoftmaxBackward(b), logarithm));
            }

            return result;
        }
    }
}
