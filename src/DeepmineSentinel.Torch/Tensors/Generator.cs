namespace TorchSharp;

public static partial class torch
{
    /// <summary>A counter-based source of random numbers; its own sequence, not PyTorch's. Not for two threads at once.</summary>
    public sealed class Generator : IDisposable
    {
        private ulong seed;
        private ulong counter;

        /// <summary>A generator from a seed.</summary>
        public Generator(ulong seed = 67280421310721)
        {
            this.seed = seed;
        }

        internal static Generator Default { get; } = new();

        /// <summary>Starts anew from a seed; returns itself.</summary>
        public Generator manual_seed(long seed)
        {
            this.seed = (ulong)seed;
            counter = 0;
            return this;
        }

        /// <summary>The state, 16 bytes.</summary>
        public Tensor get_state()
        {
            var state = Tensor.Allocate([16], ScalarType.Byte);
            BitConverter.TryWriteBytes(state.bytes, seed);
            BitConverter.TryWriteBytes(state.bytes[8..], counter);
            return state;
        }

        /// <summary>Goes back to a state taken before; throws unless it is 16 bytes.</summary>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.bytes.Length != 16)
            {
                throw new ArgumentException($"A generator's state is 16 bytes, not {value.bytes.Length}.");
            }

            seed = BitConverter.ToUInt64(value.bytes);
            counter = BitConverter.ToUInt64(value.bytes[8..]);
        }

        /// <summary>Nothing to release here; TorchSharp's generators are disposable.</summary>
        public void Dispose() { }

        internal ulong Next()
        {
            counter++;
            return Kernels.BernoulliKernel.Mix(Place(counter));
        }

        private ulong Place(ulong number) => seed * 0xD1342543DE82EF95 + number * Kernels.BernoulliKernel.Increment;

        internal double NextUniform() => (Next() >> 11) * (1.0 / (1UL << 53));

        internal long NextBelow(long limit) => (long)Math.BigMul(Next(), (ulong)limit, out _);

        internal double NextNormal()
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - NextUniform()));
            return radius * Math.Cos(2 * Math.PI * NextUniform());
        }

        internal void FillUniform(Tensor tensor) => Fill(tensor, static g => (g.Next() >> 40) * (1.0 / (1 << 24)));

        internal void FillNormal(Tensor tensor) => Fill(tensor, static g => g.NextNormal());

        /// <summary>Writes a value with the given probability, else zero.</summary>
        internal void FillBernoulli(Tensor tensor, double probability, double kept = 1)
        {
            if (tensor.dtype != ScalarType.Float32 || !tensor.IsContiguous)
            {
                Fill(tensor, g => g.NextUniform() < probability ? kept : 0);
                return;
            }

            var limit = (long)(probability * (1L << 53));
            Kernels.BernoulliKernel.Run(Place(counter + 1), limit, (float)kept, tensor.Flat<float>());
            counter += (ulong)tensor.Count;
            tensor.Storage.Version++;
        }

        internal void Fill(Tensor tensor, Func<Generator, double> draw)
        {
            using var values = Tensor.Allocate(tensor.Sizes, ScalarType.Float64, tracked: false);
            foreach (ref var value in values.Flat<double>())
            {
                value = draw(this);
            }

            Kernels.CopyKernel.Run(values, tensor);
            tensor.Storage.Version++;
        }
    }
}
