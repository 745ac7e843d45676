using System.Globalization;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>How the networks of an ensemble share one file: names are prefixed <c>member0.</c> and so on.</summary>
public static class ModelWeights
{
    /// <summary>All arrays of all members, prefixed.</summary>
    public static IReadOnlyList<WeightArray> Join(IReadOnlyList<IReadOnlyList<WeightArray>> members) =>
        [
            .. members.SelectMany(
                (arrays, member) => arrays.Select(array => array with { Name = Prefix(member) + array.Name })
            ),
        ];

    /// <summary>The arrays of one member, without the prefix.</summary>
    public static IReadOnlyList<WeightArray> Of(int member, IReadOnlyList<WeightArray> arrays)
    {
        string prefix = Prefix(member);
        return
        [
            .. arrays
                .Where(array => array.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(array => array with { Name = array.Name[prefix.Length..] }),
        ];
    }

    private static string Prefix(int member) => string.Create(CultureInfo.InvariantCulture, $"member{member}.");
}
