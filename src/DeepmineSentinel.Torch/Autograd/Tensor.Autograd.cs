using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on this tensor are recorded. Only leaves of a float type can be told.</summary>
        public bool requires_grad
        {
            get => Meta is not null;
            set => requires_grad_(value);
        }

        /// <summary>Whether the tensor was not made by a recorded operation.</summary>
        public bool is_leaf => Meta?.Function is null;

        internal Tensor? Gradient => Meta?.Gradient;

        /// <summary>Has operations on this leaf recorded, or no longer.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            if (!is_leaf)
            {
                return requires_grad
                    ? this
                    : throw new InvalidOperationException("Only a leaf can stop requiring grad; use detach().");
            }

            if (requires_grad && !IsFloating)
            {
                throw new InvalidOperationException($"Only float tensors can require grad, not {elementType}.");
            }

            if (requires_grad)
            {
                Meta ??= new AutogradMeta();
            }
            else
            {
                Meta = null;
            }

            return this;
        }

        /// <summary>Adds this one element's derivatives to the gradients of all leaves it came from.</summary>
        public void backward()
        {
            var pass = new BackwardPass(retainsGraph: false);
            Differentiate.Seed(pass, this, null);
            pass.Run();
        }

        /// <summary>The same elements without history.</summary>
        public Tensor detach() => View(sizes, strides, offset);
    }
}
