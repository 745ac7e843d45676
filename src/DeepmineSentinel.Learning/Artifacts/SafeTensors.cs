using System.Buffers.Binary;
using System.Text.Json;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>
/// Writes float32 arrays in the safetensors format: 8 bytes of header length (little-endian), a JSON header, the raw
/// numbers. Data only: nothing in such a file can run. <see cref="SafeTensorsReader"/> reads it back.
/// </summary>
public static class SafeTensors
{
    /// <summary>Longest header that is written or read, bytes.</summary>
    public const int LongestHeader = 1 << 20;

    internal const string FloatType = "F32";
    internal const string MetadataKey = "__metadata__";
    private const int ChunkValues = 4096;

    /// <summary>Writes arrays in the order given.</summary>
    /// <param name="stream">Written to; left open.</param>
    /// <param name="arrays">Arrays with unique names.</param>
    /// <param name="metadata">Free text beside them; null: none.</param>
    public static void Write(
        Stream stream,
        IReadOnlyList<WeightArray> arrays,
        IReadOnlyDictionary<string, string>? metadata = null
    )
    {
        byte[] header = HeaderOf(arrays, metadata);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        byte[] chunk = new byte[ChunkValues * sizeof(float)];
        foreach (WeightArray array in arrays)
        {
            WriteValues(stream, array.Values, chunk);
        }
    }

    private static byte[] HeaderOf(IReadOnlyList<WeightArray> arrays, IReadOnlyDictionary<string, string>? metadata)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            long offset = 0;
            foreach (WeightArray array in arrays)
            {
                offset = WriteEntry(json, array, offset);
            }

            json.WriteEndObject();
        }

        // Padded with blanks so that the numbers start on a multiple of 8.
        while (buffer.Length % 8 != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.Length <= LongestHeader
            ? buffer.ToArray()
            : throw new ArgumentException("The header would be longer than a reader accepts.", nameof(arrays));
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is null)
        {
            return;
        }

        json.WriteStartObject(MetadataKey);
        foreach ((string key, string value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static long WriteEntry(Utf8JsonWriter json, WeightArray array, long offset)
    {
        long end = offset + (array.Values.Length * (long)sizeof(float));
        json.WriteStartObject(array.Name);
        json.WriteString("dtype", FloatType);
        json.WriteStartArray("shape");
        foreach (long size in array.Shape)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }

    private static void WriteValues(Stream stream, float[] values, byte[] chunk)
    {
        for (int start = 0; start < values.Length; start += ChunkValues)
        {
            int count = Math.Min(ChunkValues, values.Length - start);
            for (int i = 0; i < count; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(chunk.AsSpan(i * sizeof(float)), values[start + i]);
            }

            stream.Write(chunk, 0, count * sizeof(float));
        }
    }
}
