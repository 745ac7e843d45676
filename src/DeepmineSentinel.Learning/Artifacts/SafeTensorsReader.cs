using System.Buffers.Binary;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>Reads what <see cref="SafeTensors"/> writes. Every bound is checked before the memory for it is taken.</summary>
public static class SafeTensorsReader
{
    /// <summary>Most bytes of numbers that are read unless told otherwise.</summary>
    public const long DefaultMostBytes = 256L << 20;

    private const int ChunkBytes = 1 << 14;

    /// <summary>Reads all arrays.</summary>
    /// <param name="stream">Read to its end; left open.</param>
    /// <param name="mostBytes">Refused above this many bytes of numbers.</param>
    /// <exception cref="SentinelException">The file is damaged, or larger than allowed.</exception>
    public static SafeTensorsContent Read(Stream stream, long mostBytes = DefaultMostBytes)
    {
        byte[] header = ReadHeader(stream);
        SafeTensorsHeader layout = SafeTensorsHeader.Parse(header);
        if (layout.DataBytes > mostBytes)
        {
            throw Damaged($"it declares {layout.DataBytes} bytes of numbers, more than the {mostBytes} allowed");
        }

        if (stream.CanSeek && stream.Length - stream.Position != layout.DataBytes)
        {
            throw Damaged("the numbers are not as long as the header says");
        }

        WeightArray[] arrays = [.. layout.Entries.Select(entry => ReadArray(stream, entry))];
        return stream.ReadByte() < 0
            ? new SafeTensorsContent(arrays, layout.Metadata)
            : throw Damaged("something follows the last array");
    }

    internal static SentinelException Damaged(string defect, Exception? inner = null) =>
        new(FailureKind.Damaged, "artifact_damaged", $"The safetensors file is damaged: {defect}.", inner);

    private static byte[] ReadHeader(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[8];
        Fill(stream, prefix, "it is shorter than its length prefix");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > SafeTensors.LongestHeader)
        {
            throw Damaged($"its header claims {length} bytes, more than the {SafeTensors.LongestHeader} allowed");
        }

        byte[] header = new byte[(int)length];
        Fill(stream, header, "it ends inside its header");
        return header.Length > 0 && header[0] == (byte)'{'
            ? header
            : throw Damaged("its header does not start with a brace");
    }

    private static WeightArray ReadArray(Stream stream, SafeTensorsEntry entry)
    {
        float[] values = new float[entry.Count];
        byte[] chunk = new byte[ChunkBytes];
        for (int start = 0; start < values.Length; start += ChunkBytes / sizeof(float))
        {
            int count = Math.Min(ChunkBytes / sizeof(float), values.Length - start);
            Fill(stream, chunk.AsSpan(0, count * sizeof(float)), $"it ends inside array '{entry.Name}'");
            for (int i = 0; i < count; i++)
            {
                values[start + i] = BinaryPrimitives.ReadSingleLittleEndian(chunk.AsSpan(i * sizeof(float)));
            }
        }

        return new WeightArray(entry.Name, entry.Shape, values);
    }

    private static void Fill(Stream stream, Span<byte> buffer, string defect)
    {
        if (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
        {
            throw Damaged(defect);
        }
    }
}
