using System.CommandLine;
using DeepmineSentinel.Web.Services.Training;
using static DeepmineSentinel.Web.Commands.TypedOption;

namespace DeepmineSentinel.Web.Commands;

/// <summary>The options that say what a run learns from, as they are typed.</summary>
internal sealed class TrainingDataInput
{
    private readonly Option<string> source = Word("--source", "Where the data come from.", "database", "csv");
    private readonly Option<string?> stopes = Text("--static", "CSV of stopes, with --source csv.");
    private readonly Option<string?> timeseries = Text("--timeseries", "CSV of readings, with --source csv.");
    private readonly Option<string?> events = Text("--events", "CSV of events, with --source csv.");
    private readonly Option<string?> outcomes = Text("--outcomes", "CSV of dated outcomes, with --source csv.");
    private readonly Option<string?> mine = Text("--mine", "One mine by name; else all that are not synthetic.");
    private readonly Option<string?> timeZone = Text(
        "--time-zone",
        "With --source csv: IANA zone of times that name none (UTC)."
    );
    private readonly Option<string> labels = Word("--labels", "Labels to learn.", "auto", "dated", "undated");
    private readonly Option<string> standing = Word(
        "--standing-until",
        "What proves that a stope stood.",
        "outcomes",
        "readings"
    );

    public IEnumerable<Option> All() => [source, .. Files, mine, timeZone, labels, standing];

    /// <summary>The option that says where the data come from.</summary>
    public Option<string> Source => source;

    private Option<string?>[] Files => [stopes, timeseries, events, outcomes];

    /// <summary>What does not fit together; null when all does. A file must never be passed over in silence.</summary>
    public string? Refusal(CommandScope scope) =>
        scope.Value(source) != "csv" && Files.FirstOrDefault(scope.IsGiven) is { } file
            ? $"{file.Name} needs --source csv; the database's own data were about to be taken."
            : null;

    /// <summary>What was typed; everything else is as by default.</summary>
    public TrainModelOptions Read(CommandScope scope) =>
        new()
        {
            Source = scope.Value(source) == "csv" ? TrainingSource.Csv : TrainingSource.Database,
            StaticPath = scope.ExistingFile(stopes),
            TimeseriesPath = scope.ExistingFile(timeseries),
            EventsPath = scope.ExistingFile(events),
            OutcomesPath = scope.ExistingFile(outcomes),
            Mine = scope.Value(mine),
            TimeZone = scope.Value(timeZone),
            Labels = scope.Value(labels)!,
            StandingUntil = scope.Value(standing)!,
        };
}
