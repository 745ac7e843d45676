using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>
/// Stands for a stope in files that leave the mine: equal stopes have equal keys everywhere, and a key shows no name. Who knows
/// the names can find theirs again; a key is no secret (docs/decisions/078).
/// </summary>
public static class StopeKey
{
    private const int Digits = 32;

    /// <summary>The key of a stope, 32 lower-case hex digits.</summary>
    public static string Of(StopeHistory stope)
    {
        ArgumentNullException.ThrowIfNull(stope);
        return Of(stope.Mine, stope.Name);
    }

    /// <summary>The key of a stope, 32 lower-case hex digits.</summary>
    /// <param name="mine">Name of the mine.</param>
    /// <param name="stope">Name within the mine.</param>
    public static string Of(string mine, string stope) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"stope key\n{mine}\n{stope}")))[..Digits];
}
