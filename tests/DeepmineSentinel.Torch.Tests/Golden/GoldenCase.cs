using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

/// <summary>One file of numbers that PyTorch computed.</summary>
internal sealed class GoldenCase
{
    private readonly JsonElement root;

    private GoldenCase(JsonElement root)
    {
        this.root = root;
    }

    public JsonElement Root => root;

    public static GoldenCase Read(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json");
        return new GoldenCase(JsonDocument.Parse(File.ReadAllText(path)).RootElement);
    }

    public Tensor Tensor(string property) => ToTensor(root.GetProperty(property));

    public Tensor Tensor(string property, int index) => ToTensor(root.GetProperty(property)[index]);

    public Dictionary<string, Tensor> State(string property) => ToState(root.GetProperty(property));

    public static Dictionary<string, Tensor> ToState(JsonElement element)
    {
        var state = new Dictionary<string, Tensor>();
        foreach (var entry in element.EnumerateObject())
        {
            var tensor = ToTensor(entry.Value);
            state[entry.Name] = entry.Name.EndsWith("num_batches_tracked", StringComparison.Ordinal)
                ? tensor.to_type(ScalarType.Int64)
                : tensor;
        }

        return state;
    }

    public static Tensor ToTensor(JsonElement element)
    {
        var shape = element.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        var data = element.GetProperty("data").EnumerateArray().Select(value => value.GetSingle()).ToArray();
        return torch.tensor(data, shape.AsSpan());
    }
}
