using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Experiments;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Data.Tests.Experiments;

public sealed class ExperimentStoreTests : IDisposable
{
    private const string First = """{"key":"a","losses":[0.1,0.30000000000000004]}""";
    private const string Second = """{"key":"b","text":"R\u00f6ck"}""";

    private static readonly string Key = new('a', 64);
    private static readonly string Other = new('b', 64);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Trials_and_result_come_back_as_they_were()
    {
        using (ExperimentFolder search = Store.Open(Key))
        {
            Assert.Empty(search.ReadTrials());
            Assert.Null(search.ReadResult());
            search.AppendTrial(First);
            search.AppendTrial(Second);
            search.WriteResult(Second);
        }

        using ExperimentFolder again = Store.Open(Key);
        Assert.Equal([First, Second], again.ReadTrials());
        Assert.Equal(Second, again.ReadResult());
        Assert.Equal([First, Second], Store.TrialsOfOthers(Other));
        Assert.Equal([Second], Store.ResultsOfOthers(Other));
        Assert.Empty(Store.TrialsOfOthers(Key));
    }

    [Fact]
    public void A_torn_last_line_is_passed_over_and_the_next_one_is_whole()
    {
        using ExperimentFolder search = Store.Open(Key);
        search.AppendTrial(First);
        search.AppendTrial(Second);
        byte[] whole = File.ReadAllBytes(TrialsPath);
        int firstLine = Array.IndexOf(whole, (byte)'\n') + 1;
        for (int length = firstLine; length < whole.Length; length++)
        {
            File.WriteAllBytes(TrialsPath, whole[..length]);

            // Without its end a line is torn only if a byte of its text is missing too.
            string[] kept = length == whole.Length - 1 ? [First, Second] : [First];
            Assert.Equal(kept, search.ReadTrials());
            search.AppendTrial(Second);
            Assert.Equal([.. kept, Second], search.ReadTrials());
        }
    }

    [Fact]
    public void A_flipped_bit_in_any_byte_loses_that_line_alone()
    {
        using ExperimentFolder search = Store.Open(Key);
        search.AppendTrial(First);
        search.AppendTrial(Second);
        byte[] whole = File.ReadAllBytes(TrialsPath);
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 1;
            File.WriteAllBytes(TrialsPath, damaged);
            Assert.All(search.ReadTrials(), line => Assert.Contains(line, (string[])[First, Second]));
            Assert.InRange(search.ReadTrials().Count, 0, at == whole.Length - 1 ? 2 : 1);
        }
    }

    [Fact]
    public void A_reset_forgets_trials_and_result()
    {
        using ExperimentFolder search = Store.Open(Key);
        search.AppendTrial(First);
        search.WriteResult(First);
        search.Reset();
        Assert.Empty(search.ReadTrials());
        Assert.Null(search.ReadResult());
    }

    [Fact]
    public void A_search_is_open_for_one_at_a_time()
    {
        using (Store.Open(Key))
        {
            Assert.Equal("experiment_busy", Assert.Throws<SentinelException>(() => Store.Open(Key)).Code);
            Store.Open(Other).Dispose();
        }

        Store.Open(Key).Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told()
    {
        File.WriteAllText(Path.Combine(folder.Path, "experiments"), "in the way");
        SentinelException problem = Assert.Throws<SentinelException>(() => Store.Open(Key));
        Assert.Equal("experiment_store_unavailable", problem.Code);
        Assert.Equal(FailureKind.Unavailable, problem.Kind);
    }

    [Fact]
    public void A_trial_that_cannot_be_kept_is_told_and_the_others_stay()
    {
        using ExperimentFolder search = Store.Open(Key);
        search.AppendTrial(First);
        File.Move(TrialsPath, TrialsPath + ".kept");
        Directory.CreateDirectory(TrialsPath);
        Assert.Equal(
            "experiment_store_unavailable",
            Assert.Throws<SentinelException>(() => search.AppendTrial(Second)).Code
        );
        Directory.Delete(TrialsPath);
        File.Move(TrialsPath + ".kept", TrialsPath);
        Assert.Equal([First], search.ReadTrials());
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../../x")]
    [InlineData("AAAA")]
    public void Only_keys_name_folders(string key) =>
        Assert.Equal("invalid_experiment", Assert.Throws<SentinelException>(() => Store.Open(key)).Code);

    private ExperimentStore Store => new(new ArtifactStore(folder.Path, TimeProvider.System));

    private string TrialsPath => Path.Combine(folder.Path, "experiments", Key, "trials.jsonl");
}
