using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Artifacts;

/// <summary>Random damage to every file that a run's manifest names, and to the manifest. SENTINEL_LONG_TESTS=1 does all of it.</summary>
public sealed class DamagedRunTests(TrainedMine mine) : IDisposable
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("SENTINEL_LONG_TESTS") == "1";
    private readonly CommandFolder folder = new();

    [Fact]
    public void A_flipped_bit_in_any_file_is_refused_by_the_files_name()
    {
        int refused = Damage(
            Long ? 1_000 : 60,
            (bytes, random) =>
            {
                byte[] flipped = [.. bytes];
                flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            }
        );
        Assert.Equal(Long ? 1_000 : 60, refused);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_by_its_name()
    {
        int refused = Damage(Long ? 200 : 20, (bytes, random) => bytes[..random.Next(bytes.Length)]);
        Assert.Equal(Long ? 200 : 20, refused);
    }

    public void Dispose() => folder.Dispose();

    private int Damage(int times, Func<byte[], Random, byte[]> damage)
    {
        mine.CopyTo(folder.Path);
        ArtifactStore store = new(Path.Combine(folder.Path, "models"), TimeProvider.System);
        RunId id = RunId.Parse(mine.Previous);
        ModelVerifier verifier = new(store, new(store));
        string[] files = Directory.GetFiles(store.FolderOf(id));
        Random random = new(20_261_121);
        int refused = 0;
        for (int time = 0; time < times; time++)
        {
            // In turn, so that the short sample meets every file too.
            string path = files[time % files.Length];
            byte[] whole = File.ReadAllBytes(path);
            File.WriteAllBytes(path, damage(whole, random));
            SentinelException exception = Assert.Throws<SentinelException>(() => store.Open(id));
            Assert.Equal("artifact_damaged", exception.Code);
            Assert.Contains(Path.GetFileName(path), exception.Message, StringComparison.Ordinal);
            Assert.NotNull(verifier.Problem(id));
            File.WriteAllBytes(path, whole);
            refused++;
        }

        Assert.Null(verifier.Problem(id));
        return refused;
    }
}
