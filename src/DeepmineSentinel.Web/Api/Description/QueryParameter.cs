using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.ViewModels;

namespace DeepmineSentinel.Web.Api.Description;

/// <summary>A field of an address that an endpoint takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What it may be.</param>
/// <param name="Description">What it does, as a sentence.</param>
internal sealed record QueryParameter(string Name, JsonShape Shape, string Description)
{
    public static QueryParameter Whole(string name, int from, int to, string description) =>
        new(
            name,
            new JsonShape("integer") { Format = "int32", Range = new QuantityRange(name, name, "", from, to) },
            description
        );

    public static QueryParameter Text(string name, string description, int? longest = null) =>
        new(name, new JsonShape("string") { Longest = longest }, description);

    public static QueryParameter Flag(string name, string description) =>
        new(name, new JsonShape("boolean"), description);

    public static QueryParameter Moment(string name, string description) => new(name, JsonShape.Moment, description);

    public static QueryParameter Word<TEnum>(string name, string description, params IEnumerable<string> more)
        where TEnum : struct, Enum => Word(name, description, Enum.GetValues<TEnum>().Select(Words.Key).Concat(more));

    public static QueryParameter Word(string name, string description, IEnumerable<string> words) =>
        new(name, new JsonShape("string") { Words = [.. words] }, description);
}
