using System.Globalization;
using System.Text;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>The points of a chart as text: one row a point, least and greatest of each channel.</summary>
internal static class SeriesCsv
{
    public static byte[] Write(StopeSeries series)
    {
        StringBuilder text = new("start_utc,end_utc,readings");
        foreach (SeriesChannel channel in series.Channels)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $",{channel.Name}_min [{channel.Unit}],{channel.Name}_max [{channel.Unit}]"
            );
        }

        text.Append('\n');
        for (int i = 0; i < series.Times.Count; i++)
        {
            if (series.Counts[i] is { } count)
            {
                long start = series.Times[i];
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{Moment(start)},{Moment(start + series.BucketSeconds)},{count}"
                );
                foreach (SeriesChannel channel in series.Channels)
                {
                    text.Append(CultureInfo.InvariantCulture, $",{channel.Min[i]:R},{channel.Max[i]:R}");
                }

                text.Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Moment(long seconds) => ViewModels.Clock.Machine(SeriesSteps.At(seconds));
}
