using System.Text.Json;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>One array as the header declares it, its bounds checked.</summary>
internal sealed record SafeTensorsEntry(string Name, long[] Shape, long Start, int Count);

/// <summary>The header of a safetensors file, checked.</summary>
internal sealed record SafeTensorsHeader(
    IReadOnlyList<SafeTensorsEntry> Entries,
    IReadOnlyDictionary<string, string> Metadata,
    long DataBytes
)
{
    private const int MostDimensions = 8;

    /// <summary>Reads and checks a header.</summary>
    public static SafeTensorsHeader Parse(byte[] header)
    {
        using JsonDocument json = ParseJson(header);
        List<SafeTensorsEntry> entries = [];
        Dictionary<string, string> metadata = [];
        HashSet<string> names = [];
        foreach (JsonProperty property in json.RootElement.EnumerateObject())
        {
            if (!names.Add(property.Name))
            {
                throw SafeTensorsReader.Damaged($"array '{property.Name}' is declared twice");
            }

            if (property.Name == SafeTensors.MetadataKey)
            {
                ReadMetadata(property.Value, metadata);
            }
            else
            {
                entries.Add(ReadEntry(property.Name, property.Value));
            }
        }

        entries.Sort((one, other) => one.Start.CompareTo(other.Start));
        return new SafeTensorsHeader(entries, metadata, CheckedEnd(entries));
    }

    private static JsonDocument ParseJson(byte[] header)
    {
        try
        {
            return JsonDocument.Parse(header, new JsonDocumentOptions { MaxDepth = 4 });
        }
        catch (JsonException problem)
        {
            throw SafeTensorsReader.Damaged("its header is not JSON", problem);
        }
    }

    private static void ReadMetadata(JsonElement element, Dictionary<string, string> metadata)
    {
        Require(element.ValueKind == JsonValueKind.Object, "its metadata are not an object");
        foreach (JsonProperty pair in element.EnumerateObject())
        {
            Require(pair.Value.ValueKind == JsonValueKind.String, "its metadata hold something that is not text");
            metadata[pair.Name] = pair.Value.GetString()!;
        }
    }

    private static SafeTensorsEntry ReadEntry(string name, JsonElement element)
    {
        Require(element.ValueKind == JsonValueKind.Object, $"array '{name}' is not described by an object");
        string? type =
            element.TryGetProperty("dtype", out JsonElement dtype) && dtype.ValueKind == JsonValueKind.String
                ? dtype.GetString()
                : null;
        Require(type == SafeTensors.FloatType, $"array '{name}' is not of type F32");
        long[] shape = Numbers(element, "shape", name);
        long[] offsets = Numbers(element, "data_offsets", name);
        Require(offsets.Length == 2, $"array '{name}' needs two offsets");
        Require(offsets[0] <= offsets[1], $"array '{name}' ends before it starts");
        long count = CountOf(shape, name);
        Require(offsets[1] - offsets[0] == count * sizeof(float), $"the offsets of '{name}' do not fit its shape");
        return new SafeTensorsEntry(name, shape, offsets[0], (int)count);
    }

    private static long[] Numbers(JsonElement element, string key, string name)
    {
        bool found = element.TryGetProperty(key, out JsonElement list) && list.ValueKind == JsonValueKind.Array;
        Require(found && list.GetArrayLength() <= MostDimensions, $"array '{name}' has no usable {key}");
        long[] numbers = new long[list.GetArrayLength()];
        for (int i = 0; i < numbers.Length; i++)
        {
            JsonElement item = list[i];
            bool whole = item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out numbers[i]);
            Require(whole && numbers[i] >= 0, $"array '{name}' has a {key} that is not a whole number from 0");
        }

        return numbers;
    }

    private static long CountOf(long[] shape, string name)
    {
        long count = 1;
        foreach (long size in shape)
        {
            Require(size == 0 || count <= Array.MaxLength / size, $"the shape of '{name}' is too large");
            count *= size;
        }

        return count;
    }

    private static long CheckedEnd(List<SafeTensorsEntry> entries)
    {
        long end = 0;
        foreach (SafeTensorsEntry entry in entries)
        {
            Require(entry.Start >= end, $"array '{entry.Name}' overlaps the one before");
            Require(entry.Start == end, $"there is a hole before array '{entry.Name}'");
            end = checked(entry.Start + (entry.Count * (long)sizeof(float)));
        }

        return end;
    }

    private static void Require(bool met, string defect)
    {
        if (!met)
        {
            throw SafeTensorsReader.Damaged(defect);
        }
    }
}
