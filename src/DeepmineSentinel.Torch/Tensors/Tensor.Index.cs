namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The part at the given indices of the first dimensions.</summary>
        public Tensor this[params long[] indices]
        {
            get
            {
                ArgumentNullException.ThrowIfNull(indices);
                var part = this;
                foreach (var at in indices)
                {
                    part = part.select(0, at);
                }

                return part;
            }
            set => this[indices].copy_(value);
        }

        /// <summary>The part that numbers, slices, tensors, new dimensions and an ellipsis name.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index(indices).copy_(value);
        }

        /// <summary>The elements at the places that index tensors name together, broadcast.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
        }

        /// <summary>The part that numbers, slices, tensors, new dimensions and an ellipsis name.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            return Indexing.Take(this, indices);
        }

        /// <summary>The elements at the places that index tensors name together, broadcast.</summary>
        public Tensor index(params Tensor[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            var wrapped = new TensorIndex[indices.Length];
            for (var i = 0; i < indices.Length; i++)
            {
                wrapped[i] = TensorIndex.Tensor(indices[i]);
            }

            return Indexing.Take(this, wrapped);
        }
    }
}
