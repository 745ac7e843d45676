using System.Globalization;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.ViewModels;

namespace DeepmineSentinel.Web.Api;

/// <summary>Reads one field of an address, or says what it must be.</summary>
internal static class QueryField
{
    /// <summary>The last value of a field; null: not given.</summary>
    public static string? One(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) ? values[^1] : null;

    /// <summary>Names every field that is not known, with the nearest that is.</summary>
    public static IEnumerable<FieldProblem> Unknown(IQueryCollection query, IReadOnlyList<QueryParameter> known) =>
        query
            .Keys.Where(name => known.All(field => field.Name != name))
            .Select(name => new FieldProblem(
                MemberName.Short(name),
                MemberName.Unknown(name, known.Select(field => field.Name))
            ));

    /// <summary>True or false; false: not given, or a problem.</summary>
    public static bool Flag(string name, string? text, List<FieldProblem> problems)
    {
        if (text is not (null or "true" or "false"))
        {
            problems.Add(new FieldProblem(name, "must be true or false"));
        }

        return text == "true";
    }

    /// <summary>A moment with its zone, UTC; null: not given, or a problem.</summary>
    public static DateTime? Moment(string name, string? text, List<FieldProblem> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (MomentText.TryParse(text, out DateTime moment))
        {
            return moment;
        }

        problems.Add(new FieldProblem(name, MomentText.Expected));
        return null;
    }

    /// <summary>Whether a list goes down; false: not given, or a problem.</summary>
    public static bool? Descending(string? order, List<FieldProblem> problems)
    {
        if (order is not (null or "asc" or "desc"))
        {
            problems.Add(new FieldProblem("order", "must be asc or desc"));
        }

        return order is null ? null : order == "desc";
    }

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
