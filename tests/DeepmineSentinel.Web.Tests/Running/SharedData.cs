using System.Runtime.CompilerServices;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>Data for trying that lie beside the repository and are not part of it.</summary>
internal static class SharedData
{
    /// <summary>Path of a file of the reference mine; skips the test where it is absent.</summary>
    public static string ReferenceMine(string name) => Find("reference-mine", name);

    /// <summary>Path of the published case histories; skips the test where they are absent.</summary>
    public static string CaseHistories() => Find("case-histories", "stability_graph_316.csv");

    private static string Find(string part, string name, [CallerFilePath] string source = "")
    {
        for (DirectoryInfo? folder = new FileInfo(source).Directory; folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "data", part, name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip("shared/data is not beside the repository.");
        return "";
    }
}
