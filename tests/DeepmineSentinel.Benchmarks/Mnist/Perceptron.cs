using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Benchmarks.Mnist;

/// <summary>784 to 128 to 10, 101,770 parameters: what every first lesson on MNIST trains.</summary>
internal sealed class Perceptron : nn.Module<Tensor, Tensor>
{
    private readonly Linear hidden = nn.Linear(784, 128);
    private readonly Linear output = nn.Linear(128, 10);

    public Perceptron()
        : base(nameof(Perceptron))
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor images) => output.call(hidden.call(images).relu());
}
