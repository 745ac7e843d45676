using TorchSharp.Kernels;

namespace TorchSharp.Modules;

public sealed partial class AdamW
{
    /// <summary>Options of a group; what is left open is the optimiser's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>Decay of the running mean.</summary>
        public double? beta1 { get; set; }

        /// <summary>Decay of the running mean of squares.</summary>
        public double? beta2 { get; set; }

        /// <summary>Weight decay.</summary>
        public double? weight_decay { get; set; }

        /// <summary>Added to the divisor.</summary>
        public double? eps { get; set; }

        /// <summary>Whether the largest mean of squares so far divides.</summary>
        public bool? amsgrad { get; set; }

        /// <summary>Whether to climb instead.</summary>
        public bool? maximize { get; set; }

        internal AdamSettings ToSettings() =>
            new(LearningRate ?? 1e-3, beta1 ?? 0.9, beta2 ?? 0.999, eps ?? 1e-8, weight_decay ?? 0, maximize == true);

        internal void FillFrom(Options source)
        {
            LearningRate ??= source.LearningRate;
            beta1 ??= source.beta1;
            beta2 ??= source.beta2;
            weight_decay ??= source.weight_decay;
            eps ??= source.eps;
            amsgrad ??= source.amsgrad;
            maximize ??= source.maximize;
        }

        internal override void CopyFrom(OptimizerOptions source)
        {
            var other = (Options)source;
            LearningRate = other.LearningRate;
            InitialLearningRate = other.InitialLearningRate;
            beta1 = other.beta1;
            beta2 = other.beta2;
            weight_decay = other.weight_decay;
            eps = other.eps;
            amsgrad = other.amsgrad;
            maximize = other.maximize;
        }

        internal override void Write(BinaryWriter writer)
        {
            Write(writer, LearningRate, InitialLearningRate, beta1, beta2, weight_decay, eps);
            writer.Write(amsgrad == true);
            writer.Write(maximize == true);
        }

        internal override void Read(BinaryReader reader)
        {
            LearningRate = reader.ReadDouble();
            InitialLearningRate = reader.ReadDouble();
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            eps = reader.ReadDouble();
            amsgrad = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }
    }
}
