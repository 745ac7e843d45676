using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Testing;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Training;

/// <summary>Random damage to a trained run. SENTINEL_LONG_TESTS=1: 1,000 flipped bits and 200 cuts; else a tenth.</summary>
public sealed class DamagedRunTests(TrainedMine mine)
{
    private const int Seed = 11;

    [Fact]
    public void Every_flipped_bit_and_every_cut_is_refused_by_the_files_name()
    {
        bool isLong = Environment.GetEnvironmentVariable("SENTINEL_LONG_TESTS") == "1";
        using TempFolder folder = new();
        mine.CopyTo(folder.Path);
        ArtifactStore store = new(folder.File("models"), TimeProvider.System);
        RunId run = RunId.Parse(mine.Production);
        string[] files = [.. store.Open(run).Manifest.Files.Select(file => file.Name), ArtifactFileNames.Manifest];
        Random random = new(Seed);
        for (int flip = 0; flip < (isLong ? 1_000 : 100); flip++)
        {
            AssertRefused(store, run, files[flip % files.Length], bytes => Flipped(bytes, random));
        }

        for (int cut = 0; cut < (isLong ? 200 : 20); cut++)
        {
            AssertRefused(store, run, files[cut % files.Length], bytes => bytes[..random.Next(bytes.Length)]);
        }

        store.Open(run);
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        byte[] flipped = [.. bytes];
        flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static void AssertRefused(ArtifactStore store, RunId run, string file, Func<byte[], byte[]> damage)
    {
        string path = Path.Combine(store.FolderOf(run), file);
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, damage(whole));
        SentinelException refused = Assert.Throws<SentinelException>(() => store.Open(run));
        Assert.Equal("artifact_damaged", refused.Code);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        File.WriteAllBytes(path, whole);
    }
}
