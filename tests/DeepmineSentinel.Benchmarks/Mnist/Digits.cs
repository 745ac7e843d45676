using static TorchSharp.torch;

namespace DeepmineSentinel.Benchmarks.Mnist;

/// <summary>A generated stand-in for MNIST: ten random images of 784 pixels, each seen many times through noise.</summary>
/// <param name="Images">[n, 784].</param>
/// <param name="Labels">[n], 0 to 9.</param>
internal sealed record Digits(Tensor Images, Tensor Labels)
{
    /// <summary>The first part to train on and the rest to test with, of the same ten images.</summary>
    public static (Digits Train, Digits Test) Generate(int train, int test)
    {
        manual_seed(7);
        var count = train + test;
        var labels = (rand([count]) * 10).to_type(int64);
        var images = rand([10, 784]).index_select(0, labels) + randn([count, 784]) * 0.8;
        return (
            new(images.narrow(0, 0, train), labels.narrow(0, 0, train)),
            new(images.narrow(0, train, test), labels.narrow(0, train, test))
        );
    }
}
