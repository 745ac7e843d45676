namespace TorchSharp.Modules;

public sealed partial class SGD
{
    /// <summary>Options of a group; what is left open is the optimiser's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>How much of the running sum stays.</summary>
        public double? momentum { get; set; }

        /// <summary>How much of a new gradient is left out of the running sum.</summary>
        public double? dampening { get; set; }

        /// <summary>Weight decay.</summary>
        public double? weight_decay { get; set; }

        /// <summary>Whether the momentum looks ahead.</summary>
        public bool? nesterov { get; set; }

        /// <summary>Whether to climb instead.</summary>
        public bool? maximize { get; set; }

        internal void FillFrom(Options source)
        {
            LearningRate ??= source.LearningRate;
            momentum ??= source.momentum;
            dampening ??= source.dampening;
            weight_decay ??= source.weight_decay;
            nesterov ??= source.nesterov;
            maximize ??= source.maximize;
        }

        internal override void CopyFrom(OptimizerOptions source)
        {
            var other = (Options)source;
            LearningRate = other.LearningRate;
            InitialLearningRate = other.InitialLearningRate;
            momentum = other.momentum;
            dampening = other.dampening;
            weight_decay = other.weight_decay;
            nesterov = other.nesterov;
            maximize = other.maximize;
        }

        internal override void Write(BinaryWriter writer)
        {
            Write(writer, LearningRate, InitialLearningRate, momentum, dampening, weight_decay);
            writer.Write(nesterov == true);
            writer.Write(maximize == true);
        }

        internal override void Read(BinaryReader reader)
        {
            LearningRate = reader.ReadDouble();
            InitialLearningRate = reader.ReadDouble();
            momentum = reader.ReadDouble();
            dampening = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            nesterov = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }
    }
}
