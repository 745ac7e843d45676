using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Stops recording on this thread until disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Sets recording on this thread until disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Stops recording on this thread until disposed.</summary>
    public static IDisposable inference_mode(bool mode = true) => new GradMode(!mode && GradMode.Enabled);

    /// <summary>Whether operations of this thread are recorded.</summary>
    public static bool is_grad_enabled() => GradMode.Enabled;

    /// <summary>Opens a scope that disposes the tensors made in it on this thread.</summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>Differentiation.</summary>
    public static class autograd
    {
        /// <summary>
        /// Gradients of the outputs' sum (weighted by <paramref name="grad_outputs"/>) with respect to the inputs. Throws
        /// if an input is not reached and <paramref name="allow_unused"/> is false; second derivatives are not supported.
        /// </summary>
        public static IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false
        )
        {
            ArgumentNullException.ThrowIfNull(outputs);
            ArgumentNullException.ThrowIfNull(inputs);
            if (create_graph)
            {
                throw new NotSupportedException("create_graph: this engine takes first derivatives only.");
            }

            var pass = new BackwardPass(inputs, retain_graph);
            for (var i = 0; i < outputs.Count; i++)
            {
                Differentiate.Seed(pass, outputs[i], grad_outputs?[i]);
            }

            pass.Run();
            var result = new Tensor[inputs.Count];
            for (var i = 0; i < result.Length; i++)
            {
                var gradient = pass.GradientOf(i);
                if (gradient is null && !allow_unused)
                {
                    throw new InvalidOperationException("One of the inputs was not used to make the outputs.");
                }

                result[i] = gradient!;
                if (gradient is not null)
                {
                    DisposeScopes.Current?.Track(gradient);
                }
            }

            return result;
        }
    }
}
