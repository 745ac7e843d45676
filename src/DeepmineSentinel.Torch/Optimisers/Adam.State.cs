using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed partial class Adam
{
    /// <summary>What the optimiser remembers of one parameter.</summary>
    public sealed class State : OptimizerState
    {
        internal State(Tensor mean, Tensor square, Tensor? largest)
        {
            exp_avg = mean;
            exp_avg_sq = square;
            max_exp_avg_sq = largest;
        }

        /// <summary>How many steps were taken.</summary>
        public long step { get; set; }

        /// <summary>The running mean of gradients.</summary>
        public Tensor exp_avg { get; set; }

        /// <summary>The running mean of squared gradients.</summary>
        public Tensor exp_avg_sq { get; set; }

        /// <summary>The largest of these so far, or null.</summary>
        public Tensor? max_exp_avg_sq { get; set; }

        internal Span<float> Largest => max_exp_avg_sq is null ? [] : max_exp_avg_sq.Flat<float>();

        internal override void Write(BinaryWriter writer)
        {
            writer.Write(step);
            StateFile.WriteTensor(writer, exp_avg);
            StateFile.WriteTensor(writer, exp_avg_sq);
            writer.Write(max_exp_avg_sq is not null);
            if (max_exp_avg_sq is not null)
            {
                StateFile.WriteTensor(writer, max_exp_avg_sq);
            }
        }

        internal override void Read(BinaryReader reader)
        {
            step = reader.ReadInt64();
            CopyTensor(exp_avg, StateFile.ReadTensor(reader));
            CopyTensor(exp_avg_sq, StateFile.ReadTensor(reader));
            if (reader.ReadBoolean())
            {
                CopyTensor(
                    max_exp_avg_sq ?? throw new InvalidDataException("State of amsgrad."),
                    StateFile.ReadTensor(reader)
                );
            }
        }

        internal override void CopyFrom(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            CopyTensor(exp_avg, other.exp_avg);
            CopyTensor(exp_avg_sq, other.exp_avg_sq);
            if (max_exp_avg_sq is not null && other.max_exp_avg_sq is not null)
            {
                CopyTensor(max_exp_avg_sq, other.max_exp_avg_sq);
            }
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            exp_avg.Dispose();
            exp_avg_sq.Dispose();
            max_exp_avg_sq?.Dispose();
        }
    }
}
