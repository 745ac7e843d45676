using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>A place between 0 and 1 that depends on nothing but a stope's mine and name and what it is asked for.</summary>
internal static class StopeHash
{
    public static double Place(StopeHistory stope, string purpose)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{purpose}\n{stope.Mine}\n{stope.Name}");
        ulong bits = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(text));
        return (bits >> 11) * (1.0 / (1UL << 53));
    }
}
