using System.Text;
using System.Text.Json;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>The members of a reading: its moment, then the channels in their order. A test holds them equal to <see cref="Reading"/>'s.</summary>
internal static class ReadingMembers
{
    /// <summary>Place of the moment.</summary>
    public const int Moment = 0;

    /// <summary>Place of the first channel.</summary>
    public const int FirstChannel = 1;

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "timestamp",
        "vibrationVelocityMmPerSecond",
        "deformationRateMmPerDay",
        "stressMegapascals",
        "temperatureCelsius",
        "humidityPercent",
    ];

    /// <summary>The body of a batch, for the description of the API.</summary>
    public static JsonObjectShape Batch { get; } =
        new(
            new Dictionary<string, JsonShape>
            {
                ["readings"] = new("array") { Items = new JsonShape("object") { Members = Reading } },
            },
            ["readings"]
        );

    private static JsonObjectShape Reading =>
        new(
            Names
                .Select(
                    (name, place) =>
                        (
                            name,
                            place == Moment
                                ? JsonShape.Moment
                                : new JsonShape("number") { Nullable = true, Range = RangeOf(place) }
                        )
                )
                .ToDictionary(),
            [Names[Moment]]
        );

    private static readonly byte[][] Utf8 = [.. Names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Range of the channel at a place.</summary>
    public static QuantityRange RangeOf(int place) => ReadingQuantities.All[place - FirstChannel];

    /// <summary>Place of the name that the reader stands on; -1: it is not known. Nothing is allocated.</summary>
    public static int PlaceOf(ref Utf8JsonReader reader)
    {
        for (int place = 0; place < Utf8.Length; place++)
        {
            if (reader.ValueTextEquals(Utf8[place]))
            {
                return place;
            }
        }

        return -1;
    }
}
