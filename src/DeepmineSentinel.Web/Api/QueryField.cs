using System.Globalization;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.ViewModels;

namespace DeepmineSentinel.Web.Api;

/// <summary>Reads one field of an address, or says what it must be.</summary>
internal static class QueryField
{
    /// <summary>A whole number of digits only; null: not given, or a problem.</summary>
    public static int? Whole(string name, string? text, (int From, int To) range, List<FieldProblem> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= range.From
            && number <= range.To
        )
        {
            return number;
        }

        problems.Add(new FieldProblem(name, $"must be a whole number from {range.From} to {range.To}"));
        return null;
    }

    /// <summary>One of an enumeration's words; null: not given, or a problem.</summary>
    public static TEnum? Word<TEnum>(string name, string? text, IEnumerable<TEnum> allowed, List<FieldProblem> problems)
        where TEnum : struct, Enum
    {
        if (text is null)
        {
            return null;
        }

        if (Words.Parse<TEnum>(text) is { } found && allowed.Contains(found))
        {
            return found;
        }

        problems.Add(new FieldProblem(name, $"must be one of {string.Join(", ", allowed.Select(Words.Key))}"));
        return null;
    }
}
