using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Data.Tests.ArtifactFiles;

public sealed class ArtifactStoreTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly ArtifactStore store;

    public ArtifactStoreTests() => store = new ArtifactStore(folder.File("models"), new FixedClock(SqliteSite.Now));

    [Fact]
    public void A_sealed_run_is_listed_and_gives_back_its_files()
    {
        SealedRun run = Sealed(1);
        Assert.Equal([run.Id], store.List());
        Assert.Equal(
            ["metrics.json", "model.safetensors", "training_log.csv"],
            run.Manifest.Files.Select(file => file.Name)
        );
        Assert.Equal(new string('a', 64), run.Manifest.DataSnapshot);
        using StreamReader metrics = new(store.Open(run.Id).OpenRead("metrics.json"));
        Assert.Equal("{}", metrics.ReadToEnd());
        Assert.Empty(Directory.GetFiles(run.Folder, "*.tmp"));
    }

    [Fact]
    public void Checkpoints_may_go_without_damage()
    {
        SealedRun run = Sealed(1);
        Directory.Delete(Path.Combine(run.Folder, "checkpoints"), recursive: true);
        store.Open(run.Id);
    }

    [Fact]
    public void Every_flipped_bit_and_every_cut_of_every_file_is_refused_by_the_files_name()
    {
        SealedRun run = Sealed(1);
        foreach (string path in Directory.GetFiles(run.Folder))
        {
            byte[] bytes = File.ReadAllBytes(path);
            for (int at = 0; at < bytes.Length; at++)
            {
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << (at % 8));
                AssertDamaged(run.Id, path, flipped);
                AssertDamaged(run.Id, path, bytes[..at]);
            }

            AssertDamaged(run.Id, path, [.. bytes, 0]);
            File.WriteAllBytes(path, bytes);
        }

        store.Open(run.Id);
    }

    [Fact]
    public void A_file_that_went_away_is_refused_by_name()
    {
        SealedRun run = Sealed(1);
        File.Delete(Path.Combine(run.Folder, "model.safetensors"));
        SentinelException damaged = Assert.Throws<SentinelException>(() => store.Open(run.Id));
        Assert.Contains("model.safetensors is missing", damaged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_no_model()
    {
        RunFolderWriter writer = store.BeginRun(Id(1));
        writer.Write("metrics.json", stream => stream.Write("{}"u8));
        Assert.Empty(store.List());
        SentinelException refused = Assert.Throws<SentinelException>(() => store.Open(writer.Id));
        Assert.Equal("artifact_damaged", refused.Code);
        Assert.Contains("manifest.json", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_moved_to_another_run_is_refused()
    {
        SealedRun run = Sealed(1);
        Directory.Move(run.Folder, store.FolderOf(Id(2)));
        SentinelException refused = Assert.Throws<SentinelException>(() => store.Open(Id(2)));
        Assert.Contains("belongs to another run", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("..")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\x")]
    [InlineData("checkpoints/../../x")]
    [InlineData("checkpoints/a/b")]
    [InlineData("other/x")]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("a\0b")]
    [InlineData("a\n")]
    public void A_hostile_name_never_leaves_the_folder(string name)
    {
        RunFolderWriter writer = store.BeginRun(Id(1));
        Assert.Equal(
            "invalid_artifact_name",
            Assert.Throws<SentinelException>(() => writer.Write(name, _ => { })).Code
        );
        Assert.Throws<SentinelException>(() => writer.AppendLog(name, "x"));
        Assert.Empty(Directory.GetFileSystemEntries(writer.Folder));
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("20260131_235959_0a1b2c3d/..")]
    [InlineData("20260131_235959_0A1B2C3D")]
    public void A_hostile_run_id_is_no_run_id(string text) =>
        Assert.Equal("invalid_run_id", Assert.Throws<SentinelException>(() => RunId.Parse(text)).Code);

    [Fact]
    public void A_failed_write_leaves_neither_the_file_nor_its_half()
    {
        RunFolderWriter writer = store.BeginRun(Id(1));
        writer.Write("metrics.json", stream => stream.Write("old"u8));
        SentinelException refused = Assert.Throws<SentinelException>(() =>
            writer.Write(
                "metrics.json",
                stream =>
                {
                    stream.Write("half"u8);
                    throw new IOException("disk full");
                }
            )
        );
        Assert.Equal("artifact_store_unavailable", refused.Code);
        Assert.Contains("disk full", refused.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(Path.Combine(writer.Folder, "metrics.json")));
        Assert.Single(Directory.GetFiles(writer.Folder));
    }

    [Fact]
    public void A_sealed_run_takes_no_more_files_and_a_run_begins_once()
    {
        RunFolderWriter writer = store.BeginRun(Id(1));
        writer.Seal();
        Assert.Equal("run_sealed", Assert.Throws<SentinelException>(() => writer.Write("x", _ => { })).Code);
        Assert.Equal("run_exists", Assert.Throws<SentinelException>(() => store.BeginRun(Id(1))).Code);
    }

    [Fact]
    public void A_run_that_was_stopped_is_held_by_one_writer_until_it_lets_go()
    {
        using RunFolderWriter first = store.BeginRun(Id(1));
        Assert.Null(store.FindUnfinished(Id(1)));
        Assert.Equal("run_not_found", Assert.Throws<SentinelException>(() => store.ReopenRun(Id(1))).Code);
        first.Write(ArtifactFileNames.Request, stream => stream.Write("{}"u8));
        first.AppendLog("training_log.csv", "epoch");
        first.FlushLog("training_log.csv");
        first.Hold();
        Assert.Equal("run_running", Assert.Throws<SentinelException>(() => store.ReopenRun(Id(1))).Code);
        Assert.Equal(
            [ArtifactFileNames.Request, ArtifactFileNames.Lock, "training_log.csv"],
            store.FindUnfinished(Id(1))!.Names
        );
        first.Dispose();
        using (RunFolderWriter second = store.ReopenRun(Id(1)))
        {
            second.Remove(ArtifactFileNames.Request);
            second.Remove("checkpoints/none.safetensors");
            second.Write(ArtifactFileNames.Request, stream => stream.Write("{}"u8));
            second.Seal();
        }

        Assert.Null(store.FindUnfinished(Id(1)));
        Assert.Equal("run_finished", Assert.Throws<SentinelException>(() => store.ReopenRun(Id(1))).Code);
    }

    [Fact]
    public void What_the_disk_changed_before_the_seal_is_found()
    {
        using RunFolderWriter writer = store.BeginRun(Id(1));
        writer.Write("metrics.json", stream => stream.Write("{}"u8));
        File.WriteAllText(Path.Combine(writer.Folder, "metrics.json"), "[]");
        SentinelException refused = Assert.Throws<SentinelException>(() => writer.Seal());
        Assert.Equal("artifact_damaged", refused.Code);
        Assert.Empty(store.List());
    }

    [Fact]
    public void A_deleted_run_is_gone()
    {
        SealedRun run = Sealed(1);
        store.Delete(run.Id);
        Assert.Empty(store.List());
        Assert.Equal("run_not_found", Assert.Throws<SentinelException>(() => store.Open(run.Id)).Code);
    }

    public void Dispose() => folder.Dispose();

    private static RunId Id(uint number) => RunId.Create(SqliteSite.Now, number);

    private SealedRun Sealed(uint number)
    {
        RunFolderWriter writer = store.BeginRun(Id(number));
        writer.Write("model.safetensors", stream => stream.Write([1, 2, 3, 4]));
        writer.Write("metrics.json", stream => stream.Write("{}"u8));
        writer.Write("checkpoints/last.safetensors", stream => stream.Write([9]));
        writer.AppendLog("training_log.csv", "epoch,loss");
        writer.AppendLog("training_log.csv", "1,0.5");
        return writer.Seal(new string('a', 64));
    }

    private void AssertDamaged(RunId id, string path, byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        SentinelException damaged = Assert.Throws<SentinelException>(() => store.Open(id));
        Assert.Equal("artifact_damaged", damaged.Code);
        Assert.Equal(FailureKind.Damaged, damaged.Kind);
        Assert.Contains(Path.GetFileName(path), damaged.Message, StringComparison.Ordinal);
    }
}
