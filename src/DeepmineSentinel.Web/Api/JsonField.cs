using System.Text.Json;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Web.Api;

/// <summary>How one member of a JSON object goes into a record.</summary>
/// <param name="Expected">What it must be, as the end of a sentence that starts with its name.</param>
/// <param name="Take">The record with the value; null: the value is of another kind.</param>
internal sealed record JsonField<TRecord>(string Expected, Func<TRecord, JsonElement, TRecord?> Take)
    where TRecord : class
{
    public static JsonField<TRecord> Whole(Func<TRecord, int, TRecord> set) =>
        new(
            "must be a whole number",
            (record, value) =>
                value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
                    ? set(record, number)
                    : null
        );

    public static JsonField<TRecord> Number(Func<TRecord, double, TRecord> set) =>
        new(
            "must be a number",
            (record, value) =>
                value.ValueKind == JsonValueKind.Number
                && value.TryGetDouble(out double number)
                && double.IsFinite(number)
                    ? set(record, number)
                    : null
        );

    /// <summary>A number, or null.</summary>
    public static JsonField<TRecord> NumberOrNull(Func<TRecord, double?, TRecord> set) =>
        new(
            "must be a number or null",
            (record, value) =>
                value.ValueKind == JsonValueKind.Null ? set(record, null)
                : value.ValueKind == JsonValueKind.Number
                && value.TryGetDouble(out double number)
                && double.IsFinite(number)
                    ? set(record, number)
                : null
        );

    /// <summary>A moment with Z or an offset.</summary>
    public static JsonField<TRecord> Moment(Func<TRecord, DateTime, TRecord> set) =>
        new(
            MomentText.Expected,
            (record, value) =>
                value.ValueKind == JsonValueKind.String && MomentText.TryParse(value.GetString(), out DateTime moment)
                    ? set(record, moment)
                    : null
        );

    public static JsonField<TRecord> Flag(Func<TRecord, bool, TRecord> set) =>
        new(
            "must be true or false",
            (record, value) =>
                value.ValueKind is JsonValueKind.True or JsonValueKind.False ? set(record, value.GetBoolean()) : null
        );

    /// <summary>Text, or null.</summary>
    public static JsonField<TRecord> Text(Func<TRecord, string?, TRecord> set) =>
        new(
            "must be text",
            (record, value) =>
                value.ValueKind is JsonValueKind.String or JsonValueKind.Null ? set(record, value.GetString()) : null
        );

    /// <summary>Sizes of layers, one or more.</summary>
    public static JsonField<TRecord> Sizes(Func<TRecord, LayerSizes, TRecord> set) =>
        new(
            "must be a list of whole numbers, such as [128, 64]",
            (record, value) => SizesOf(value) is { } sizes ? set(record, sizes) : null
        );

    /// <summary>One of some words, to the letter.</summary>
    public static JsonField<TRecord> Word(IReadOnlyList<string> words, Func<TRecord, string, TRecord> set) =>
        new(
            $"must be {string.Join(" or ", words)}",
            (record, value) =>
                value.ValueKind == JsonValueKind.String && value.GetString() is { } word && words.Contains(word)
                    ? set(record, word)
                    : null
        );

    private static LayerSizes? SizesOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            return null;
        }

        List<int> sizes = [];
        foreach (JsonElement one in value.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.Number || !one.TryGetInt32(out int size))
            {
                return null;
            }

            sizes.Add(size);
        }

        return [.. sizes];
    }
}
