namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values, written in place without a record.</summary>
        public static class init
        {
            /// <summary>Which side of a weight counts.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs.</summary>
                FanIn = 0,

                /// <summary>The outputs.</summary>
                FanOut = 1,
            }

            /// <summary>What follows a weight; sets the gain.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing; gain 1.</summary>
                Linear = 0,

                /// <summary>Sigmoid; gain 1.</summary>
                Sigmoid = 7,

                /// <summary>Tanh; gain 5/3.</summary>
                Tanh = 8,

                /// <summary>ReLU; gain sqrt(2).</summary>
                ReLU = 9,

                /// <summary>Leaky ReLU; gain sqrt(2 / (1 + a a)).</summary>
                LeakyReLU = 10,
            }

            /// <summary>One value everywhere.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Write(tensor, t => t.fill(val));

            /// <summary>Ones.</summary>
            public static Tensor ones_(Tensor tensor) => Write(tensor, static t => t.fill(1));

            /// <summary>Zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => Write(tensor, static t => t.fill(0));

            /// <summary>Uniform numbers.</summary>
            public static Tensor uniform_(
                Tensor tensor,
                double low = 0,
                double high = 1,
                Generator? generator = null
            ) => Write(tensor, t => t.uniform_(low, high, generator));

            /// <summary>Normal numbers.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Write(tensor, t => t.normal_(mean, std, generator));

            /// <summary>Uniform within gain sqrt(6 / (in + out)); the tensor is [out, in].</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = Fans(tensor);
                var bound = gain * Math.Sqrt(6.0 / (fanIn + fanOut));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Uniform within gain sqrt(3 / fan); the tensor is [out, in].</summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU
            )
            {
                var (fanIn, fanOut) = Fans(tensor);
                var gain = nonlinearity switch
                {
                    NonlinearityType.Tanh => 5.0 / 3,
                    NonlinearityType.ReLU => Math.Sqrt(2),
                    NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + a * a)),
                    _ => 1.0,
                };
                var bound = gain * Math.Sqrt(3.0 / (mode == FanInOut.FanIn ? fanIn : fanOut));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Rows (or columns, if there are fewer) of length gain at right angles; a matrix only.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                Fans(tensor);
                return Write(tensor, t => Modules.Orthogonal.Fill(t, gain));
            }

            private static Tensor Write(Tensor tensor, Action<Tensor> write)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                using var mode = no_grad();
                write(tensor);
                tensor.Storage.Version++;
                return tensor;
            }

            private static (long In, long Out) Fans(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                return tensor.Sizes.Length == 2
                    ? (tensor.Sizes[1], tensor.Sizes[0])
                    : throw new ArgumentException($"Needs [out, in], not {Shapes.Show(tensor.Sizes)}.");
            }
        }
    }
}
