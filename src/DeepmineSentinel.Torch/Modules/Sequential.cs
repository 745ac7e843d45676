using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after another.</summary>
public sealed class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.Module<Tensor, Tensor>> steps = [];

    internal Sequential(IEnumerable<(string Name, nn.Module<Tensor, Tensor> Module)> modules)
        : base(nameof(Sequential))
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var (name, module) in modules)
        {
            register_module(name, module);
            steps.Add(module);
        }
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var value = steps.Count == 0 ? input.AliasForUser() : input;
        foreach (var step in steps)
        {
            value = step.call(value);
        }

        return value;
    }
}
