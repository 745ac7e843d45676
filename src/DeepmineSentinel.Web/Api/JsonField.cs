using System.Text.Json;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Web.ViewModels;

namespace DeepmineSentinel.Web.Api;

/// <summary>How one member of a JSON object goes into a record.</summary>
/// <param name="Shape">What it may be, for the description of the API.</param>
/// <param name="Expected">What it must be, as the end of a sentence that starts with its name.</param>
/// <param name="Take">The record with the value; null: the value is of another kind.</param>
internal sealed record JsonField<TRecord>(JsonShape Shape, string Expected, Func<TRecord, JsonElement, TRecord?> Take)
    where TRecord : class
{
    public static JsonField<TRecord> Whole(Func<TRecord, int, TRecord> set) =>
        new(
            new JsonShape("integer") { Format = "int32" },
            "must be a whole number",
            (record, value) =>
                value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
                    ? set(record, number)
                    : null
        );

    public static JsonField<TRecord> Number(Func<TRecord, double, TRecord> set, QuantityRange? range = null) =>
        new(
            new JsonShape("number") { Range = range },
            "must be a number",
            (record, value) => NumberOf(value) is { } number ? set(record, number) : null
        );

    /// <summary>A number, or null.</summary>
    public static JsonField<TRecord> NumberOrNull(Func<TRecord, double?, TRecord> set, QuantityRange? range = null) =>
        new(
            new JsonShape("number") { Nullable = true, Range = range },
            "must be a number or null",
            (record, value) =>
                value.ValueKind == JsonValueKind.Null ? set(record, null)
                : NumberOf(value) is { } number ? set(record, number)
                : null
        );

    /// <summary>A number within a range, or null.</summary>
    public static JsonField<TRecord> Quantity(QuantityRange range, Func<TRecord, double?, TRecord> set) =>
        new(
            new JsonShape("number") { Nullable = true, Range = range },
            range.Allowed,
            (record, value) =>
                value.ValueKind == JsonValueKind.Null ? set(record, null)
                : NumberOf(value) is { } number && range.Contains(number) ? set(record, number)
                : null
        );

    /// <summary>A moment with Z or an offset.</summary>
    public static JsonField<TRecord> Moment(Func<TRecord, DateTime, TRecord> set) =>
        new(
            JsonShape.Moment,
            MomentText.Expected,
            (record, value) => MomentOf(value) is { } moment ? set(record, moment) : null
        );

    /// <summary>A moment with Z or an offset, or null.</summary>
    public static JsonField<TRecord> MomentOrNull(Func<TRecord, DateTime?, TRecord> set) =>
        new(
            JsonShape.Moment with
            {
                Nullable = true,
            },
            MomentText.Expected,
            (record, value) =>
                value.ValueKind == JsonValueKind.Null ? set(record, null)
                : MomentOf(value) is { } moment ? set(record, moment)
                : null
        );

    public static JsonField<TRecord> Flag(Func<TRecord, bool, TRecord> set) =>
        new(
            new JsonShape("boolean"),
            "must be true or false",
            (record, value) =>
                value.ValueKind is JsonValueKind.True or JsonValueKind.False ? set(record, value.GetBoolean()) : null
        );

    /// <summary>Text, or null.</summary>
    public static JsonField<TRecord> Text(Func<TRecord, string?, TRecord> set) =>
        new(
            new JsonShape("string") { Nullable = true },
            "must be text",
            (record, value) =>
                value.ValueKind is JsonValueKind.String or JsonValueKind.Null ? set(record, value.GetString()) : null
        );

    /// <summary>Text that is not too long, or null.</summary>
    public static JsonField<TRecord> TextUpTo(int longest, Func<TRecord, string?, TRecord> set) =>
        new(
            new JsonShape("string") { Nullable = true, Longest = longest },
            $"must be text of at most {longest} characters",
            (record, value) =>
                value.ValueKind == JsonValueKind.Null ? set(record, null)
                : value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Length <= longest
                    ? set(record, text)
                : null
        );

    /// <summary>Sizes of layers, one or more.</summary>
    public static JsonField<TRecord> Sizes(Func<TRecord, LayerSizes, TRecord> set) =>
        new(
            new JsonShape("array") { Items = new JsonShape("integer") { Format = "int32" } },
            "must be a list of whole numbers, such as [128, 64]",
            (record, value) => SizesOf(value) is { } sizes ? set(record, sizes) : null
        );

    /// <summary>A list of whole numbers, one or more.</summary>
    public static JsonField<TRecord> Wholes(int most, Func<TRecord, IReadOnlyList<int>, TRecord> set) =>
        new(
            new JsonShape("array") { Items = new JsonShape("integer") { Format = "int32" } },
            $"must be a list of 1 to {most} whole numbers",
            (record, value) =>
                value.ValueKind == JsonValueKind.Array
                && value.GetArrayLength() is > 0 and int count
                && count <= most
                && WholesOf(value) is { } numbers
                    ? set(record, numbers)
                    : null
        );

    /// <summary>One of some words, to the letter.</summary>
    public static JsonField<TRecord> Word(IReadOnlyList<string> words, Func<TRecord, string, TRecord> set) =>
        new(
            new JsonShape("string") { Words = words },
            $"must be {string.Join(" or ", words)}",
            (record, value) =>
                value.ValueKind == JsonValueKind.String && value.GetString() is { } word && words.Contains(word)
                    ? set(record, word)
                    : null
        );

    /// <summary>One of a category's words.</summary>
    public static JsonField<TRecord> Category<TCategory>(Func<TRecord, TCategory, TRecord> set)
        where TCategory : struct, Enum =>
        Word(
            [.. Enum.GetValues<TCategory>().Select(Words.Key)],
            (record, word) => set(record, Words.Parse<TCategory>(word)!.Value)
        );

    /// <summary>An object, read by another reader afterwards.</summary>
    public static JsonField<TRecord> Inside(JsonObjectShape members, Func<TRecord, JsonElement, TRecord> set) =>
        new(
            new JsonShape("object") { Members = members },
            "must be an object",
            (record, value) => value.ValueKind == JsonValueKind.Object ? set(record, value) : null
        );

    private static double? NumberOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : null;

    private static DateTime? MomentOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && MomentText.TryParse(value.GetString(), out DateTime moment)
            ? moment
            : null;

    private static LayerSizes? SizesOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && WholesOf(value) is { } sizes
            ? [.. sizes]
            : null;

    private static List<int>? WholesOf(JsonElement list)
    {
        List<int> numbers = [];
        foreach (JsonElement one in list.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.Number || !one.TryGetInt32(out int number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }
}
