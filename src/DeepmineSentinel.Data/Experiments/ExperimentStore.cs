using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.ArtifactFiles;

namespace DeepmineSentinel.Data.Experiments;

/// <summary>
/// The folders of all searches, <c>models/experiments/&lt;key&gt;/</c>: <c>trials.jsonl</c>, a sealed line a trial,
/// <c>result.json</c>, which run is the best, and <c>experiment.json</c> for people. A line that is torn or damaged is
/// passed over: its trial counts as not known.
/// </summary>
/// <param name="artifacts">Says where <c>models/</c> is.</param>
public sealed class ExperimentStore(ArtifactStore artifacts)
{
    private const int KeyLength = 64;

    /// <summary>The folder that all searches lie in.</summary>
    public string Folder => Path.Combine(artifacts.ModelsFolder, "experiments");

    /// <summary>Opens a search for this process alone, made if it is new.</summary>
    /// <param name="key">64 lower-case hex digits.</param>
    /// <exception cref="SentinelException">
    /// Another process has it open (<c>experiment_busy</c>), or the disk refused it (<c>experiment_store_unavailable</c>).
    /// </exception>
    public ExperimentFolder Open(string key) => ExperimentFolder.Open(PathOf(key));

    /// <summary>Whether a search has begun before.</summary>
    /// <param name="key">64 lower-case hex digits.</param>
    public bool Has(string key) => Directory.Exists(PathOf(key));

    /// <summary>Trials of every search but one, each a JSON object.</summary>
    /// <param name="except">Key of the search to leave out.</param>
    public IEnumerable<string> TrialsOfOthers(string except) => Others(except).SelectMany(ExperimentFolder.TrialsIn);

    /// <summary>Results of every search but one, each a JSON object.</summary>
    /// <param name="except">Key of the search to leave out.</param>
    public IEnumerable<string> ResultsOfOthers(string except) =>
        Others(except).Select(ExperimentFolder.ResultIn).OfType<string>();

    internal static SentinelException Unavailable(string folder, Exception exception) =>
        new(
            FailureKind.Unavailable,
            "experiment_store_unavailable",
            $"The search cannot be kept in {folder}: {exception.Message}",
            exception
        );

    private IEnumerable<string> Others(string except) =>
        Directory.Exists(Folder)
            ? Directory.EnumerateDirectories(Folder).Where(path => IsKey(Path.GetFileName(path), except)).Order()
            : [];

    private static bool IsKey(string name, string except) =>
        name != except && name.Length == KeyLength && name.All(char.IsAsciiHexDigitLower);

    private string PathOf(string key) =>
        IsKey(key, "")
            ? Path.Combine(Folder, key)
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_experiment",
                "The key of a search has 64 lower-case hex digits."
            );
}
