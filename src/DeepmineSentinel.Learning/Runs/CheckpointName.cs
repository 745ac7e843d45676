using System.Globalization;
using System.Text.RegularExpressions;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Names a checkpoint by its place in the run. The same place always has the same state, so no name is written twice.</summary>
/// <param name="Member">From 0.</param>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Batch">Batches of the next epoch done.</param>
internal readonly partial record struct CheckpointName(int Member, int Epoch, int Batch) : IComparable<CheckpointName>
{
    /// <summary>Name within the run's folder.</summary>
    public string File =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ArtifactFileNames.Checkpoints}/member{Member}-epoch{Epoch:D5}-batch{Batch:D6}.safetensors"
        );

    public static bool operator <(CheckpointName left, CheckpointName right) => left.CompareTo(right) < 0;

    public static bool operator >(CheckpointName left, CheckpointName right) => left.CompareTo(right) > 0;

    public static bool operator <=(CheckpointName left, CheckpointName right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CheckpointName left, CheckpointName right) => left.CompareTo(right) >= 0;

    /// <summary>The places of checkpoints among some files of a run, in order.</summary>
    /// <param name="files">Names of files.</param>
    /// <param name="ending">Empty: the checkpoints themselves; else what is added to their names.</param>
    public static IEnumerable<CheckpointName> Among(IEnumerable<string> files, string ending = "") =>
        files
            .Where(file => file.EndsWith(ending, StringComparison.Ordinal))
            .Select(file => Pattern().Match(file[..^ending.Length]))
            .Where(match => match.Success)
            .Select(match => new CheckpointName(Number(match, 1), Number(match, 2), Number(match, 3)))
            .Order();

    public int CompareTo(CheckpointName other) =>
        (Member, Epoch, Batch).CompareTo((other.Member, other.Epoch, other.Batch));

    private static int Number(Match match, int group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^checkpoints/member([0-9]{1,2})-epoch([0-9]{5})-batch([0-9]{6})\.safetensors\z")]
    private static partial Regex Pattern();
}
