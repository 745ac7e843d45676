using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Networks: modules, functions, first values.</summary>
    public static partial class nn
    {
        /// <summary>x W^T + b.</summary>
        public static Linear Linear(
            long inputSize,
            long outputSize,
            bool hasBias = true,
            Device? device = null,
            ScalarType? dtype = null
        ) => Single(new Linear(inputSize, outputSize, hasBias), dtype);

        /// <summary>A long short-term memory; dropout is between the layers.</summary>
        public static LSTM LSTM(
            long inputSize,
            long hiddenSize,
            long numLayers = 1,
            bool bias = true,
            bool batchFirst = false,
            double dropout = 0,
            bool bidirectional = false,
            Device? device = null,
            ScalarType? dtype = null
        ) =>
            Single(
                new LSTM(
                    new RecurrentOptions(inputSize, hiddenSize, numLayers)
                    {
                        Bias = bias,
                        BatchFirst = batchFirst,
                        Dropout = dropout,
                        Bidirectional = bidirectional,
                    }
                ),
                dtype
            );

        /// <summary>Gated recurrent units; dropout is between the layers.</summary>
        public static GRU GRU(
            long inputSize,
            long hiddenSize,
            long numLayers = 1,
            bool bias = true,
            bool batchFirst = false,
            double dropout = 0,
            bool bidirectional = false,
            Device? device = null,
            ScalarType? dtype = null
        ) =>
            Single(
                new GRU(
                    new RecurrentOptions(inputSize, hiddenSize, numLayers)
                    {
                        Bias = bias,
                        BatchFirst = batchFirst,
                        Dropout = dropout,
                        Bidirectional = bidirectional,
                    }
                ),
                dtype
            );

        /// <summary>
        /// A row of numbers for each index. The padding's row is zero at first and gets no gradient; rows looked up are
        /// shortened to the largest norm; gradients are divided by how often an index occurs, if scaled; they are never sparse
        /// here.
        /// </summary>
        public static Embedding Embedding(
            long num_embeddings,
            long embedding_dims,
            long? padding_idx = null,
            double? max_norm = null,
            double norm_type = 2,
            bool scale_grad_by_freq = false,
            bool sparse = false,
            Device? device = null,
            ScalarType? dtype = null
        ) =>
            Single(
                new Embedding(
                    num_embeddings,
                    embedding_dims,
                    new(padding_idx, max_norm, norm_type, scale_grad_by_freq)
                ),
                dtype
            );

        /// <summary>Attention of several heads; dropout is of the weights.</summary>
        public static MultiheadAttention MultiheadAttention(
            long embedded_dim,
            long num_heads,
            double dropout = 0,
            bool bias = true,
            bool add_bias_kv = false,
            bool add_zero_attn = false,
            long? kdim = null,
            long? vdim = null
        ) =>
            new(
                new AttentionOptions(embedded_dim, num_heads, kdim ?? embedded_dim, vdim ?? embedded_dim)
                {
                    Dropout = dropout,
                    Bias = bias,
                    AddsBias = add_bias_kv,
                    AddsZero = add_zero_attn,
                }
            );

        /// <summary>Batch normalisation of features.</summary>
        public static BatchNorm1d BatchNorm1d(
            long features,
            double eps = 1e-05,
            double? momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null
        ) => Single(new BatchNorm1d(features, new(eps, momentum, affine, track_running_stats)), dtype);

        /// <summary>Layer normalisation of the last dimensions.</summary>
        public static LayerNorm LayerNorm(
            long[] normalized_shape,
            double eps = 1e-05,
            bool elementwise_affine = true,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null
        )
        {
            ArgumentNullException.ThrowIfNull(normalized_shape);
            var sizes = (long[])normalized_shape.Clone();
            return Single(new LayerNorm(sizes, eps, elementwise_affine, elementwise_affine && bias), dtype);
        }

        /// <summary>Layer normalisation of the last dimension.</summary>
        public static LayerNorm LayerNorm(
            long normalized_shape,
            double eps = 1e-05,
            bool elementwise_affine = true,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null
        ) => LayerNorm([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <summary>Zeroes elements at random while training.</summary>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p);

        /// <summary>max(x, 0).</summary>
        public static ReLU ReLU(bool inplace = false) => new();

        /// <summary>Squared differences.</summary>
        public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>Binary cross-entropy of logits.</summary>
        public static BCEWithLogitsLoss BCEWithLogitsLoss(
            Tensor? weight = null,
            Reduction reduction = Reduction.Mean,
            Tensor? pos_weights = null
        ) => new(weight, reduction, pos_weights);

        /// <summary>Cross-entropy of logits and classes; rows of the ignored class do not count.</summary>
        public static CrossEntropyLoss CrossEntropyLoss(
            Tensor? weight = null,
            long? ignore_index = null,
            Reduction reduction = Reduction.Mean
        ) => new(weight, ignore_index, reduction);

        /// <summary>Hyperbolic tangent.</summary>
        public static Tanh Tanh() => new();

        /// <summary>1 / (1 + exp(-x)).</summary>
        public static Sigmoid Sigmoid() => new();

        /// <summary>x times the normal distribution function.</summary>
        public static GELU GELU() => new();

        /// <summary>The input itself.</summary>
        public static Identity Identity() => new();

        /// <summary>A tensor that a module trains.</summary>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>Modules in a list.</summary>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <summary>Modules in a list.</summary>
        public static ModuleList<T> ModuleList<T>(params T[] modules)
            where T : Module => new(modules);

        /// <summary>The module itself; throws where another element type is asked for than the layers have.</summary>
        private static T Single<T>(T module, ScalarType? dtype)
            where T : Module =>
            dtype is null or ScalarType.Float32
                ? module
                : throw new NotSupportedException(
                    $"{module.GetName()} of {dtype}: layers of this engine are of Float32."
                );
    }
}
