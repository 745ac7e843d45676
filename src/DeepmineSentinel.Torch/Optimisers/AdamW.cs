using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with weight decay apart from the gradient.</summary>
public sealed unsafe partial class AdamW : OptimizerHelper
{
    private readonly Options defaults;

    internal AdamW(IEnumerable<ParamGroup> groups, Options defaults)
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

    internal override OptimizerState NewState(Parameter parameter) =>
        new State(ZerosFor(parameter), ZerosFor(parameter), defaults.amsgrad == true ? ZerosFor(parameter) : null);

    internal override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var own = (State)state;
        var settings = (Options)options;
        own.step++;
        var step = new AdamStep(settings.ToSettings(), own.step, decoupled: true);
        fixed (float* p = parameter.Flat<float>())
        fixed (float* g = gradient.Flat<float>())
        fixed (float* mean = own.exp_avg.Flat<float>())
        fixed (float* square = own.exp_avg_sq.Flat<float>())
        fixed (float* largest = own.Largest)
        {
            AdamKernel.Run(step, p, g, new AdamMoments(mean, square, largest), (int)parameter.Count);
        }
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
}
