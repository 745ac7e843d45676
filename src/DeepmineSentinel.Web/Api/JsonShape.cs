using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Api;

/// <summary>What a member of a request may be, in the words of JSON Schema; the description of the API is made of it.</summary>
/// <param name="Type">string, number, integer, boolean, object or array.</param>
internal sealed record JsonShape(string Type)
{
    public static JsonShape Moment { get; } = new("string") { Format = "date-time" };

    /// <summary>Whether null may stand there too.</summary>
    public bool Nullable { get; init; }

    /// <summary>Null: none.</summary>
    public string? Format { get; init; }

    /// <summary>The only words that are taken; empty: any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Longest text; null: not limited here.</summary>
    public int? Longest { get; init; }

    /// <summary>Range of a number; null: not limited here.</summary>
    public QuantityRange? Range { get; init; }

    /// <summary>What a list is of; null: it is no list.</summary>
    public JsonShape? Items { get; init; }

    /// <summary>Members of an object; null: it is no object.</summary>
    public JsonObjectShape? Members { get; init; }
}
