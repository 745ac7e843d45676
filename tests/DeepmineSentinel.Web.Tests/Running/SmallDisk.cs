using System.Diagnostics;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>A disk of its own at a folder, kept in memory, that can be filled up or made read-only; root on Linux alone may mount it.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const long Size = 48L << 20;
    private readonly string filler;

    private SmallDisk(string path)
    {
        Path = path;
        filler = System.IO.Path.Combine(path, ".filler");
    }

    public string Path { get; }

    /// <summary>Mounts one at an empty folder; skips the test where that is not allowed.</summary>
    public static SmallDisk At(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A small disk is mounted on Linux alone.");
        Directory.CreateDirectory(path);
        string problem = Run("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", path);
        Assert.SkipUnless(problem.Length == 0, $"A small disk cannot be mounted here: {problem}");
        return new SmallDisk(path);
    }

    /// <summary>Mounts one over a folder, whose content it gets.</summary>
    public static SmallDisk Over(string path)
    {
        Dictionary<string, byte[]> files = Content(path);
        SmallDisk disk = At(path);
        foreach ((string name, byte[] bytes) in files)
        {
            string target = System.IO.Path.Combine(path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, bytes);
        }

        return disk;
    }

    /// <summary>Fills it up but for some bytes, rounded down to whole pages.</summary>
    public void LeaveFree(long bytes)
    {
        Free();
        using FileStream stream = File.Create(filler);
        stream.Write(new byte[Math.Max(0, new DriveInfo(Path).AvailableFreeSpace - bytes)]);
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(filler);

    public void MakeReadOnly() => Remount("ro");

    public void MakeWritable() => Remount("rw");

    /// <summary>Every file but the filler with its content in short, sorted: what must not change.</summary>
    public string[] Tree() =>
        [
            .. Content(Path)
                .Where(file => file.Key != ".filler")
                .Select(file =>
                    $"{file.Key} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file.Value))}"
                )
                .Order(StringComparer.Ordinal),
        ];

    public void Dispose() => Run("umount", "--lazy", Path);

    private static Dictionary<string, byte[]> Content(string path) =>
        Directory.Exists(path)
            ? Directory
                .GetFiles(path, "*", SearchOption.AllDirectories)
                .ToDictionary(file => System.IO.Path.GetRelativePath(path, file), File.ReadAllBytes)
            : [];

    private void Remount(string how) => Assert.Equal("", Run("mount", "-o", $"remount,{how}", Path));

    // What it says of a failure; empty: none.
    private static string Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardError = true }
            )!;
            string said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? "" : $"{program}: {said.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return exception.Message;
        }
    }
}
