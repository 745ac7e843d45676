using DeepmineSentinel.Learning.Search;

namespace DeepmineSentinel.Learning.Tests.Search;

/// <summary>Keeps trials as the lines that storage would keep.</summary>
internal sealed class MemoryJournal : ITrialJournal
{
    private readonly Dictionary<string, string> lines = [];

    public Action? OnKeep { get; init; }

    public IReadOnlyList<TrialRecord> Trials => [.. lines.Values.Select(line => TrialLine.Read(line)!)];

    public TrialRecord? Find(string key) => lines.TryGetValue(key, out string? line) ? TrialLine.Read(line) : null;

    public void Keep(TrialRecord trial)
    {
        lines[trial.Key] = TrialLine.Write(trial);
        OnKeep?.Invoke();
    }

    public void Forget(string key) => lines.Remove(key);
}
