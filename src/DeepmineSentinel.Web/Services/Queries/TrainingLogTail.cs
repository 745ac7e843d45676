using System.Text;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Follows a run's log as it grows, from its first line. Where a resumption cut it, it starts anew.</summary>
/// <param name="path">The log; it need not be there yet.</param>
public sealed class TrainingLogTail(string path)
{
    private long position;
    private string[]? header;

    /// <summary>Points read so far.</summary>
    public int Count { get; private set; }

    /// <summary>What came since the last call; a line that is not whole waits for the next.</summary>
    public async Task<IReadOnlyList<LossPoint>> ReadMoreAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        // The job still writes to it.
        await using FileStream stream = new(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        if (stream.Length < position)
        {
            (position, header, Count) = (0, null, 0);
        }

        stream.Position = position;
        using MemoryStream bytes = new();
        await stream.CopyToAsync(bytes, cancellationToken);
        int whole = bytes.GetBuffer().AsSpan(0, (int)bytes.Length).LastIndexOf((byte)'\n') + 1;
        position += whole;
        List<LossPoint> points = [.. Parse(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, whole))];
        Count += points.Count;
        return points;
    }

    private IEnumerable<LossPoint> Parse(string lines)
    {
        foreach (string line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] cells = line.Split(',');
            if (header is null)
            {
                header = cells;
            }
            else if (LossPoint.Parse(header, cells) is { } point)
            {
                yield return point;
            }
        }
    }
}
