using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Limits on gradients.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients so that their joint p-norm (2 if not said) is at most the given; returns the norm before.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                if (!(norm_type > 0))
                {
                    throw new ArgumentOutOfRangeException(nameof(norm_type), norm_type, "A norm's power is above 0.");
                }

                var gradients = new List<Tensor>();
                var sum = 0.0;
                foreach (var parameter in tensors)
                {
                    if (parameter.Gradient is { } gradient)
                    {
                        gradients.Add(gradient);
                        sum = Kernels.RowNorm.Joined(sum, gradient.Flat<float>(), norm_type);
                    }
                }

                var norm = Kernels.RowNorm.Root(sum, norm_type);
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
