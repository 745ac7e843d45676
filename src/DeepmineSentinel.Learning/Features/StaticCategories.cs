using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Features;

/// <summary>The categories of a stope, in the order of inputs.</summary>
internal static class StaticCategories
{
    public const string Rock = "rock_type";
    public const string Support = "support_type";

    /// <summary>Name and slots of each category.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Categories)> All { get; } =
    [(Rock, CategoryName.All<RockType>()), (Support, CategoryName.All<SupportType>())];

    /// <summary>A stope's category as an index into the slots.</summary>
    public static int ValueOf(string name, StopeProperties properties) =>
        name == Rock ? (int)properties.RockType : (int)properties.SupportType;
}
