using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DeepmineSentinel.Core.Stopes;

/// <summary>The names of categories as people and files write them: RockBolts is "Rock Bolts".</summary>
public static class CategoryName
{
    /// <summary>The name of a category member, words parted by spaces.</summary>
    public static string Of<TCategory>(TCategory value)
        where TCategory : struct, Enum
    {
        string name = value.ToString();
        StringBuilder words = new(name.Length + 4);
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(letter);
        }

        return words.ToString();
    }

    /// <summary>Reads a name, ignoring case, spaces, hyphens and underscores; numbers are not names.</summary>
    /// <returns>Whether the text names a member.</returns>
    public static bool TryParse<TCategory>([NotNullWhen(true)] string? text, out TCategory value)
        where TCategory : struct, Enum
    {
        value = default;
        string letters = new([.. (text ?? "").Where(char.IsLetter)]);
        bool onlyNames = text is not null && text.All(c => char.IsLetter(c) || c is ' ' or '-' or '_');
        return onlyNames
            && letters.Length > 0
            && Enum.TryParse(letters, ignoreCase: true, out value)
            && Enum.IsDefined(value);
    }

    /// <summary>All names of a category, for messages and lists.</summary>
    public static IReadOnlyList<string> All<TCategory>()
        where TCategory : struct, Enum => [.. Enum.GetValues<TCategory>().Select(Of)];
}
