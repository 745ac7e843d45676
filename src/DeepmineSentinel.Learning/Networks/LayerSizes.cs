using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>Whole numbers that belong to a chain of layers, in order; two are equal when all their numbers are.</summary>
[JsonConverter(typeof(Converter))]
[CollectionBuilder(typeof(LayerSizes), nameof(Of))]
public sealed class LayerSizes : IReadOnlyList<int>, IEquatable<LayerSizes>
{
    private readonly int[] sizes;

    private LayerSizes(int[] sizes) => this.sizes = sizes;

    /// <inheritdoc/>
    public int Count => sizes.Length;

    /// <inheritdoc/>
    public int this[int index] => sizes[index];

    /// <summary>Keeps some sizes.</summary>
    public static LayerSizes Of(ReadOnlySpan<int> sizes) => new(sizes.ToArray());

    /// <inheritdoc/>
    public bool Equals(LayerSizes? other) => other is not null && sizes.AsSpan().SequenceEqual(other.sizes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LayerSizes);

    /// <inheritdoc/>
    public override int GetHashCode() => sizes.Aggregate(17, HashCode.Combine);

    /// <summary>The sizes with commas between, as they are typed.</summary>
    public override string ToString() =>
        string.Join(',', sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => sizes.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal sealed class Converter : JsonConverter<LayerSizes>
    {
        public override LayerSizes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<int[]>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, LayerSizes value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.sizes, options);
    }
}
