using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gradient descent, with or without momentum.</summary>
public sealed partial class SGD : OptimizerHelper
{
    private readonly Options defaults;

    internal SGD(IEnumerable<ParamGroup> groups, Options defaults)
    {
        this.defaults = defaults;
        foreach (var group in groups)
        {
            add_param_group(group);
        }
    }

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        if (param_group is not ParamGroup group)
        {
            throw new ArgumentException("The group belongs to another kind of optimiser.", nameof(param_group));
        }

        group.Options.FillFrom(defaults);
        AddGroup(group);
    }

    internal override OptimizerState NewState(Parameter parameter) => new State(ZerosFor(parameter));

    internal override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var own = (State)state;
        var set = (Options)options;
        var (momentum, fresh) = ((float)(set.momentum ?? 0), (float)(1 - (set.dampening ?? 0)));
        var (decay, rate) = ((float)(set.weight_decay ?? 0), (float)(set.LearningRate ?? 0));
        var values = parameter.Flat<float>();
        var slopes = gradient.Flat<float>();
        var buffer = own.momentum_buffer.Flat<float>();
        for (var i = 0; i < values.Length; i++)
        {
            var slope = (set.maximize == true ? -slopes[i] : slopes[i]) + decay * values[i];
            if (momentum != 0)
            {
                buffer[i] = own.Started ? momentum * buffer[i] + fresh * slope : slope;
                slope = set.nesterov == true ? slope + momentum * buffer[i] : buffer[i];
            }

            values[i] -= rate * slope;
        }

        own.Started = true;
    }

    /// <summary>Parameters with their own options.</summary>
    public sealed class ParamGroup : Modules.ParamGroup
    {
        /// <summary>Parameters with their own options; those left open are the optimiser's.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters)
        {
            ArgumentNullException.ThrowIfNull(options);
            Options = options;
        }

        /// <summary>The options.</summary>
        public Options Options { get; }

        internal override OptimizerOptions Settings => Options;
    }

    /// <summary>What the optimiser remembers of one parameter.</summary>
    public sealed class State : OptimizerState
    {
        internal State(Tensor buffer)
        {
            momentum_buffer = buffer;
        }

        /// <summary>The running sum of gradients.</summary>
        public Tensor momentum_buffer { get; set; }

        internal bool Started { get; set; }

        internal override void Write(BinaryWriter writer)
        {
            writer.Write(Started);
            StateFile.WriteTensor(writer, momentum_buffer);
        }

        internal override void Read(BinaryReader reader)
        {
            Started = reader.ReadBoolean();
            CopyTensor(momentum_buffer, StateFile.ReadTensor(reader));
        }

        internal override void CopyFrom(OptimizerState source)
        {
            var other = (State)source;
            Started = other.Started;
            CopyTensor(momentum_buffer, other.momentum_buffer);
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing) => momentum_buffer.Dispose();
    }
}
