using TorchSharp.Autograd;
using TorchSharp.Functional;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers and losses as functions.</summary>
        public static partial class functional
        {
            /// <summary>x W^T + b with W [out, in]: [.., in] to [.., out].</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(weights);
                return LinearFunction.Run(input, weights, bias);
            }

            /// <summary>max(x, 0).</summary>
            public static Tensor relu(Tensor x, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(x);
                return x.relu();
            }

            /// <summary>x times the normal distribution function.</summary>
            public static Tensor gelu(Tensor x)
            {
                ArgumentNullException.ThrowIfNull(x);
                var result = Elementwise.UnaryScalar<GeluOp>(x);
                if (Tape.Watches(x))
                {
                    Tape.Record(
                        [result],
                        [x],
                        [x],
                        new(static b => b.Give(0, b.Grad.mul(Elementwise.UnaryScalar<GeluGradOp>(b.Saved(0)))))
                    );
                }

                return result;
            }

            /// <summary>exp(x) / sum(exp(x)) along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>x - log(sum(exp(x))) along a dimension.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>log(1 + exp(beta x)) / beta, linear above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20)
            {
                ArgumentNullException.ThrowIfNull(x);
                var scaled = x.mul(beta);
                return torch.where(scaled.gt(threshold), x, scaled.neg().log_sigmoid().div(-beta));
            }

            /// <summary>Zeroes elements with probability p while training and scales the others by 1 / (1 - p).</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (p is < 0 or > 1)
                {
                    throw new ArgumentOutOfRangeException(nameof(p), p, "A probability is between 0 and 1.");
                }

                if (!training || p == 0)
                {
                    return input.AliasForUser();
                }

                var mask = empty(input.Sizes, input.dtype);
                Generator.Default.FillBernoulli(mask, 1 - p, p == 1 ? 1 : 1 / (1 - p));
                return input.mul(mask);
            }

            /// <summary>The last dimensions brought to mean 0 and variance 1, then scaled and shifted.</summary>
            public static Tensor layer_norm(
                Tensor input,
                long[] normalized_shape,
                Tensor? weight = null,
                Tensor? bias = null,
                double eps = 1e-05
            )
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(normalized_shape);
                var lead = input.Sizes.Length - normalized_shape.Length;
                if (lead < 0 || !Shapes.Same(input.Sizes.AsSpan(lead), normalized_shape))
                {
                    throw new ArgumentException(
                        $"layer_norm: input {Shapes.Show(input.Sizes)} does not end with {Shapes.Show(normalized_shape)}."
                    );
                }

                var width = (int)Shapes.Count(normalized_shape);
                return LayerNormFunction.Run(input, width, weight?.contiguous(), bias?.contiguous(), eps);
            }
        }
    }
}
