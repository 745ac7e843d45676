using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Stability;

namespace DeepmineSentinel.Learning.Datasets.Cases;

/// <summary>Cases with equal inputs are one group: no fold parts them and no interval draws them apart.</summary>
public static class CaseGroups
{
    /// <summary>The group of each case, numbered from 0 in the order in which groups occur.</summary>
    public static int[] Of(IReadOnlyList<CaseHistory> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        Dictionary<CaseHistory, int> numbers = [];
        int[] groups = new int[cases.Count];
        for (int i = 0; i < groups.Length; i++)
        {
            CaseHistory inputs = cases[i].InputsAlone();
            if (!numbers.TryGetValue(inputs, out int number))
            {
                number = numbers.Count;
                numbers.Add(inputs, number);
            }

            groups[i] = number;
        }

        return groups;
    }

    /// <summary>A place between 0 and 1 that depends on nothing but a case's inputs and what it is asked for.</summary>
    internal static double Place(CaseHistory history, string purpose)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{purpose}\n{history.Source}\n{history.Location}\n{history.Surface}\n{history.QPrime:R}\n{history.FactorA:R}\n{history.FactorB:R}\n{history.FactorC:R}\n{history.NPrime:R}\n{history.HydraulicRadiusMetres:R}"
        );
        ulong bits = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return (bits >> 11) * (1.0 / (1UL << 53));
    }
}
