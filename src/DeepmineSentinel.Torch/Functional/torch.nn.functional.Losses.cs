using TorchSharp.Functional;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Minus the log of the softmax at the target: logits [N, classes] with int64 classes [N], or targets as
            /// probabilities [N, classes]. The mean is by weight; rows of the ignored class do not count.
            /// </summary>
            public static Tensor cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                long ignore_index = -100,
                Reduction reduction = Reduction.Mean,
                double label_smoothing = 0
            )
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                var options = new ClassLossOptions(weight, ignore_index, reduction, label_smoothing);
                return ClassLoss.CrossEntropy(input, target, options);
            }

            /// <summary>Minus the log-probabilities [N, classes] at the int64 targets [N].</summary>
            public static Tensor nll_loss(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean
            )
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                return ClassLoss.NegativeLogLikelihood(input, target, new(weight, -100, reduction, 0));
            }

            /// <summary>Binary cross-entropy of logits and targets of one shape, without overflow.</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean,
                Tensor? pos_weights = null
            )
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                CheckShapes(nameof(binary_cross_entropy_with_logits), input, target);
                var loss = pos_weights is null
                    ? input.mul(target.neg().add(1)).sub(input.log_sigmoid())
                    : WithPositiveWeights(input, target, pos_weights);
                return Reduce(weight is null ? loss : loss.mul(weight), reduction);
            }

            /// <summary>Squared differences.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                CheckShapes(nameof(mse_loss), input, target);
                return Reduce(input.sub(target).square(), reduction);
            }

            /// <summary>Squared differences below beta, absolute ones above, joined smoothly.</summary>
            public static Tensor smooth_l1_loss(
                Tensor input,
                Tensor target,
                Reduction reduction = Reduction.Mean,
                double beta = 1
            )
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                CheckShapes(nameof(smooth_l1_loss), input, target);
                var distance = input.sub(target).abs();
                var near = distance.square().mul(0.5 / beta);
                return Reduce(torch.where(distance.lt(beta), near, distance.sub(0.5 * beta)), reduction);
            }

            internal static Tensor Reduce(Tensor loss, Reduction reduction) =>
                reduction switch
                {
                    Reduction.None => loss,
                    Reduction.Mean => loss.mean(),
                    _ => loss.sum(),
                };

            /// <summary>(1 - y) x + (1 + (w - 1) y) softplus(-x).</summary>
            private static Tensor WithPositiveWeights(Tensor input, Tensor target, Tensor weights)
            {
                var factor = weights.sub(1).mul(target).add(1);
                return input.mul(target.neg().add(1)).sub(input.log_sigmoid().mul(factor));
            }

            private static void CheckShapes(string loss, Tensor input, Tensor target)
            {
                if (!Shapes.Same(input.Sizes, target.Sizes))
                {
                    throw new ArgumentException(
                        $"{loss}: input {Shapes.Show(input.Sizes)} and target {Shapes.Show(target.Sizes)} differ."
                    );
                }
            }
        }
    }
}
