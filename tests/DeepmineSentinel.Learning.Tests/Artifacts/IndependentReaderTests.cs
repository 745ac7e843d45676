using System.Text;
using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Runs.Readme;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Tests.Runs;

namespace DeepmineSentinel.Learning.Tests.Artifacts;

/// <summary>Reads weights by the published format alone, with none of the product's code.</summary>
public sealed class IndependentReaderTests(TrainedDemo demo)
{
    [Fact]
    public void A_trained_model_opens_by_the_published_format_alone()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(demo.Folder, ArtifactFileNames.Model));
        Dictionary<string, (long[] Shape, float[] Values)> read = Read(file);

        using LoadedModel model = ModelReader.Read(demo.Sink.Open);
        AssertSame(NetworkWeights.CopyOf(model.Networks.Members[0]), read, "member0.");
        Assert.Equal(NetworkWeights.CountOf(model.Networks.Members[0]), read.Count);
    }

    [Theory]
    [InlineData(NetworkPreset.Compact)]
    [InlineData(NetworkPreset.Enhanced)]
    public void An_ensemble_opens_by_the_published_format_alone(NetworkPreset preset)
    {
        NetworkOptions shape = TestBatches.Shape(preset);
        using DualBranchNetwork first = new(shape, seed: 1, member: 0);
        using DualBranchNetwork second = new(shape, seed: 1, member: 1);
        IReadOnlyList<WeightArray>[] members = [NetworkWeights.CopyOf(first), NetworkWeights.CopyOf(second)];
        using MemoryStream file = new();
        SafeTensors.Write(file, ModelWeights.Join(members));

        Dictionary<string, (long[] Shape, float[] Values)> read = Read(file.ToArray());

        AssertSame(members[0], read, "member0.");
        AssertSame(members[1], read, "member1.");
        Assert.Equal(members[0].Count + members[1].Count, read.Count);
        Assert.NotEqual(read["member0.condition_head.weight"].Values, read["member1.condition_head.weight"].Values);
    }

    [Fact]
    public void The_page_beside_an_export_lists_every_array_and_every_input_of_the_run()
    {
        using MemoryStream page = new();
        RunReadme.Write(page, demo.Sink.Open, withData: false);
        string text = Encoding.UTF8.GetString(page.ToArray());

        foreach (
            (string name, (long[] shape, _)) in Read(
                File.ReadAllBytes(Path.Combine(demo.Folder, ArtifactFileNames.Model))
            )
        )
        {
            Assert.Contains($"| `{name}` | [{string.Join(", ", shape)}] |", text, StringComparison.Ordinal);
        }

        using LoadedModel model = ModelReader.Read(demo.Sink.Open);
        Assert.All(
            model.Encoder.FeatureNames,
            (name, i) => Assert.Contains($"| {i} | `{name}` |", text, StringComparison.Ordinal)
        );
        Assert.Contains("The data that the run learnt from are not in here.", text, StringComparison.Ordinal);
        Assert.Contains("whoever has the file can calculate", text, StringComparison.Ordinal);
    }

    // 8 bytes of length, little-endian; that many bytes of JSON; raw numbers, little-endian, row-major.
    private static Dictionary<string, (long[] Shape, float[] Values)> Read(byte[] file)
    {
        long length = 0;
        for (int i = 7; i >= 0; i--)
        {
            length = (length << 8) | file[i];
        }

        using JsonDocument header = JsonDocument.Parse(Encoding.UTF8.GetString(file, 8, (int)length));
        int numbers = 8 + (int)length;
        long expected = 0;
        Dictionary<string, (long[] Shape, float[] Values)> arrays = [];
        foreach (
            JsonProperty entry in header.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__")
        )
        {
            Assert.Equal("F32", entry.Value.GetProperty("dtype").GetString());
            long[] shape = Numbers(entry.Value.GetProperty("shape"));
            long[] offsets = Numbers(entry.Value.GetProperty("data_offsets"));
            Assert.Equal(expected, offsets[0]);
            Assert.Equal(4 * shape.Aggregate(1L, (product, size) => product * size), offsets[1] - offsets[0]);
            expected = offsets[1];
            arrays[entry.Name] = (
                shape,
                Floats(file.AsSpan(numbers + (int)offsets[0], (int)(offsets[1] - offsets[0])))
            );
        }

        Assert.Equal(file.Length, numbers + expected);
        return arrays;
    }

    private static long[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt64())];

    private static float[] Floats(ReadOnlySpan<byte> bytes)
    {
        float[] values = new float[bytes.Length / 4];
        for (int i = 0; i < values.Length; i++)
        {
            int bits =
                bytes[4 * i] | (bytes[(4 * i) + 1] << 8) | (bytes[(4 * i) + 2] << 16) | (bytes[(4 * i) + 3] << 24);
            values[i] = BitConverter.Int32BitsToSingle(bits);
        }

        return values;
    }

    private static void AssertSame(
        IReadOnlyList<WeightArray> expected,
        Dictionary<string, (long[] Shape, float[] Values)> read,
        string prefix
    )
    {
        Assert.NotEmpty(expected);
        foreach (WeightArray array in expected)
        {
            (long[] shape, float[] values) = read[prefix + array.Name];
            Assert.Equal(array.Shape, shape);
            Assert.Equal(
                array.Values.Select(BitConverter.SingleToInt32Bits),
                values.Select(BitConverter.SingleToInt32Bits)
            );
        }
    }
}
