using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Limits on gradients.</summary>
        public static class utils
        {
            /// <summary>Scales all gradients so that their joint 2-norm is at most the given; returns the norm before.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                if (norm_type != 2)
                {
                    throw new NotSupportedException($"The {norm_type}-norm; this engine clips by the 2-norm.");
                }

                var gradients = new List<Tensor>();
                var sum = 0.0;
                foreach (var parameter in tensors)
                {
                    if (parameter.Gradient is { } gradient)
                    {
                        gradients.Add(gradient);
                        sum += Kernels.RowKernel.SumOfSquares(gradient.Flat<float>());
                    }
                }

                var norm = Math.Sqrt(sum);
                var factor = (float)(max_norm / (norm + 1e-6));
                if (!(factor >= 1))
                {
                    foreach (var gradient in gradients)
                    {
                        Kernels.RowKernel.Scale(gradient.Flat<float>(), factor);
                    }
                }

                return norm;
            }

            /// <summary>Holds every gradient's elements between minus and plus the value.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                foreach (var parameter in tensors)
                {
                    if (parameter.Gradient is { } gradient)
                    {
                        using var clipped = gradient.clamp(-clip_value, clip_value);
                        gradient.copy_(clipped);
                    }
                }
            }
        }
    }
}
