using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Tensors by key as plain data: count, then key, element type, shape and bytes of each.</summary>
internal static class StateFile
{
    private const int Limit = 1 << 20;

    public static void Write(BinaryWriter writer, Dictionary<string, Tensor> state, IList<string>? skip)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var kept = new List<string>();
        foreach (var key in state.Keys)
        {
            if (skip?.Contains(key) != true)
            {
                kept.Add(key);
            }
        }

        writer.Write(kept.Count);
        foreach (var key in kept)
        {
            writer.Write(key);
            WriteTensor(writer, state[key]);
        }
    }

    public static Dictionary<string, Tensor> Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var count = Bounded(reader.ReadInt32());
        var state = new Dictionary<string, Tensor>();
        for (var i = 0; i < count; i++)
        {
            state.Add(reader.ReadString(), ReadTensor(reader));
        }

        return state;
    }

    public static void WriteTensor(BinaryWriter writer, Tensor tensor)
    {
        using var packed = tensor.PackedAlias();
        writer.Write((sbyte)packed.dtype);
        writer.Write(packed.Sizes.Length);
        foreach (var size in packed.Sizes)
        {
            writer.Write(size);
        }

        writer.Write(packed.bytes);
    }

    public static Tensor ReadTensor(BinaryReader reader)
    {
        var type = (ScalarType)reader.ReadSByte();
        if (!Enum.IsDefined(type))
        {
            throw new InvalidDataException($"Unknown element type {(int)type}.");
        }

        var sizes = new long[Bounded(reader.ReadInt32())];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = reader.ReadInt64();
        }

        var tensor = Tensor.Allocate(sizes, type);
        reader.BaseStream.ReadExactly(tensor.bytes);
        return tensor;
    }

    private static int Bounded(int count) =>
        count is >= 0 and < Limit ? count : throw new InvalidDataException($"A count of {count} is not credible.");
}
