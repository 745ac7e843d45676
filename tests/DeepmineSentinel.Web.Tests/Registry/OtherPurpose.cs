using System.Text.Json;
using System.Text.Json.Nodes;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;

namespace DeepmineSentinel.Web.Tests.Registry;

/// <summary>A trained run once more, as one that answers for case histories.</summary>
internal static class OtherPurpose
{
    private const string Word = "case_history";

    /// <summary>Seals it beside the run.</summary>
    /// <param name="root">The site's folder.</param>
    /// <param name="trained">A trained run.</param>
    /// <param name="number">Tells several apart.</param>
    /// <returns>Its run id.</returns>
    public static string Make(string root, string trained, int number)
    {
        ArtifactStore store = new(Path.Combine(root, "models"), TimeProvider.System);
        SealedRun run = store.Open(RunId.Parse(trained));
        string id = RegistrySamples.RunIdOf(number);
        using RunFolderWriter folder = store.BeginRun(RunId.Parse(id));
        foreach (ManifestEntry file in run.Manifest.Files)
        {
            folder.Write(file.Name, target => Copy(run, file.Name, id, target));
        }

        folder.Seal(run.Manifest.DataSnapshot);
        return id;
    }

    private static void Copy(SealedRun run, string name, string id, Stream target)
    {
        if (name is not (ArtifactFileNames.Metadata or ArtifactFileNames.Metrics))
        {
            run.Copy(name, target);
            return;
        }

        using Stream source = run.OpenRead(name);
        JsonNode document = JsonNode.Parse(source)!;
        document[name == ArtifactFileNames.Metadata ? "runId" : "run_id"] = id;
        document["purpose"] = Word;
        JsonSerializer.Serialize(target, document);
    }
}
