using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Which days of which channels moved an answer: the numbers that the strips under the charts draw.</summary>
public sealed record AttributionTable
{
    /// <summary>How many days are told in words.</summary>
    public const int Told = 5;

    /// <summary>A day that moved the answer by less than this share of the strongest is noise.</summary>
    private const double Least = 0.05;

    /// <summary>Measured channels in the order of the charts.</summary>
    public required IReadOnlyList<QuantityRange> Channels { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<AttributionDay> Days { get; init; }

    /// <summary>Sums over the days, in the order of the channels: what the drivers say.</summary>
    public required IReadOnlyList<double> Totals { get; init; }

    /// <summary>What the log-odds are of.</summary>
    public required string Explained { get; init; }

    public required double Sum { get; init; }

    public required double Difference { get; init; }

    /// <summary>What rock, geometry and support added.</summary>
    public double OfStatics => Sum - Totals.Sum();

    /// <summary>The days and channels that mattered most.</summary>
    public IReadOnlyList<(AttributionDay Day, AttributionCell Cell)> Strongest()
    {
        (AttributionDay Day, AttributionCell Cell)[] cells =
        [
            .. Days.SelectMany(day => day.Cells.Select(cell => (day, cell)))
                .Where(pair => pair.cell.Contribution is not (null or 0))
                .OrderByDescending(pair => Math.Abs(pair.cell.Contribution!.Value))
                .Take(Told),
        ];
        double floor = cells.Length == 0 ? 0 : Least * Math.Abs(cells[0].Cell.Contribution!.Value);
        return [.. cells.TakeWhile(pair => Math.Abs(pair.Cell.Contribution!.Value) >= floor)];
    }

    /// <summary>Null: the answer has no attribution.</summary>
    public static AttributionTable? Of(StabilityPrediction answer)
    {
        if (answer.Attribution is not { } attribution)
        {
            return null;
        }

        (QuantityRange Range, ChannelAttribution Parts)[] channels =
        [
            .. ReadingQuantities.All.Join(
                attribution.Channels,
                range => range.Name,
                one => one.Channel,
                (range, one) => (range, one)
            ),
        ];
        int steps = channels.Length == 0 ? 0 : channels.Max(channel => channel.Parts.Contributions.Count);
        return new AttributionTable
        {
            Channels = [.. channels.Select(channel => channel.Range)],
            Days = [.. Enumerable.Range(0, steps).Reverse().Select(step => Day(attribution, channels, step))],
            Totals = [.. channels.Select(channel => channel.Parts.Contributions.Sum(part => part ?? 0.0))],
            Explained =
                answer.LevelBasis == LevelBasis.ConditionOnly
                    ? Texts.Of("not being stable")
                    : Texts.Of("failing within {0} days", Horizons.LevelDays),
            Sum = attribution.Sum,
            Difference = attribution.Difference,
        };
    }

    private static AttributionDay Day(
        SeriesAttribution attribution,
        IEnumerable<(QuantityRange Range, ChannelAttribution Parts)> channels,
        int step
    )
    {
        DateTime from = attribution.From.AddDays(step * attribution.StepDays);
        return new AttributionDay(
            from,
            from.AddDays(attribution.StepDays),
            [
                .. channels.Select(channel => new AttributionCell(
                    channel.Range.Name,
                    channel.Range.Label,
                    channel.Range.Unit,
                    channel.Parts.Values[step],
                    channel.Parts.Contributions[step]
                )),
            ]
        );
    }
}
