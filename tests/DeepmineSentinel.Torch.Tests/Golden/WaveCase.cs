using System.Text.Json;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

/// <summary>One case of wave_cases.json: weighted sums of a module's outputs and gradients, as PyTorch computes them.</summary>
internal sealed class WaveCase
{
    private const double Tolerance = 2e-5;
    private readonly string name;
    private readonly JsonElement root;

    private WaveCase(string name, JsonElement root)
    {
        (this.name, this.root) = (name, root);
    }

    /// <summary>Names of the cases that begin with a word.</summary>
    public static TheoryData<string> Names(string first) =>
        [
            .. Read()
                .EnumerateObject()
                .Select(entry => entry.Name)
                .Where(n => n.StartsWith(first, StringComparison.Ordinal)),
        ];

    public static WaveCase Of(string name) => new(name, Read().GetProperty(name));

    public bool Is(string word) => name.Contains(word, StringComparison.Ordinal);

    public string[] Keys() => [.. root.GetProperty("keys").EnumerateArray().Select(key => key.GetString()!)];

    /// <summary>Compares the outputs and, after a way back, the gradients of leaves and then of all parameters.</summary>
    public void Check(nn.Module module, Tensor[] leaves, Tensor[] outputs)
    {
        Compare("outputs", outputs);
        Wave.Loss(outputs).sum().backward();
        Compare("gradients", [.. leaves.Concat(module.parameters()).Select(leaf => leaf.Gradient!)]);
    }

    public void Compare(string property, Tensor[] tensors)
    {
        var expected = root.GetProperty(property).EnumerateArray().Select(value => value.GetDouble()).ToArray();
        Assert.Equal(expected.Length, tensors.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var found = Wave.Dot(tensors[i]);
            var limit = Tolerance * Math.Max(1, Math.Abs(expected[i]));
            Assert.True(
                Math.Abs(found - expected[i]) <= limit,
                $"{name}, {property} {i}: {expected[i]} expected, {found} found"
            );
        }
    }

    private static JsonElement Read() =>
        JsonDocument
            .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "wave_cases.json")))
            .RootElement;
}
