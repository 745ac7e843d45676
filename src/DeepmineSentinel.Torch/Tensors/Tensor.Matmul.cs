using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Matrix product of [.., m, k] and [.., k, n]; leading dimensions broadcast, vectors as in PyTorch.</summary>
        public Tensor matmul(Tensor target)
        {
            ArgumentNullException.ThrowIfNull(target);
            if (sizes.Length == 0 || target.sizes.Length == 0)
            {
                throw new ArgumentException($"matmul of {Shapes.Show(sizes)} and {Shapes.Show(target.sizes)}.");
            }

            if (sizes.Length == 1)
            {
                return unsqueeze(0).matmul(target).squeeze(target.sizes.Length == 1 ? 0 : -2);
            }

            if (target.sizes.Length == 1)
            {
                return matmul(target.unsqueeze(1)).squeeze(-1);
            }

            var result = MatmulKernel.Run(this, target);
            if (Tape.Watches(this, target))
            {
                Tape.Record([result], [this, target], [this, target], new(static b => MatmulBackward(b)));
            }

            return result;
        }

        /// <summary>Matrix product of [m, k] and [k, n].</summary>
        public Tensor mm(Tensor target) => Product(target, 2);

        /// <summary>Matrix products of [b, m, k] and [b, k, n].</summary>
        public Tensor bmm(Tensor batch2) => Product(batch2, 3);

        private static void MatmulBackward(FunctionNode node)
        {
            if (node.Needs(0))
            {
                node.Give(0, MatmulKernel.Run(node.Grad, node.Saved(1).mT));
            }

            if (node.Needs(1))
            {
                node.Give(1, MatmulKernel.Run(node.Saved(0).mT, node.Grad));
            }
        }

        private Tensor Product(Tensor other, int rank)
        {
            ArgumentNullException.ThrowIfNull(other);
            return sizes.Length == rank && other.sizes.Length == rank && (rank == 2 || sizes[0] == other.sizes[0])
                ? matmul(other)
                : throw new ArgumentException($"Product of {Shapes.Show(sizes)} and {Shapes.Show(other.sizes)}.");
        }
    }
}
