using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Runs.Cases;
using DeepmineSentinel.Learning.Tests.Cases;
using DeepmineSentinel.Learning.Training.Cases;

namespace DeepmineSentinel.Web.Tests.Registry;

/// <summary>Sealed, small but real runs on made case histories.</summary>
internal static class OtherPurpose
{
    /// <summary>Trains and seals one.</summary>
    /// <param name="root">The site's folder.</param>
    /// <param name="number">Tells several apart.</param>
    /// <returns>Its run id.</returns>
    public static string Make(string root, int number)
    {
        ArtifactStore store = new(Path.Combine(root, "models"), TimeProvider.System);
        string id = RegistrySamples.RunIdOf(number);
        using RunFolderWriter folder = store.BeginRun(RunId.Parse(id));
        CaseRunRequest request = new()
        {
            RunId = RunId.Parse(id),
            Cases = MadeCases.Draw(150, number),
            DataHash = new string('a', 64),
            Options = new CaseEvaluationOptions
            {
                Only = CaseCandidates.BesideProduct,
                Folds = 2,
                Models = new CaseModelOptions
                {
                    Decays = [0.01],
                    SelectionMembers = 1,
                    Members = 1,
                    Training = new CaseTrainingOptions { Steps = 5 },
                },
            },
            Clock = TimeProvider.System,
        };
        CasePipeline.Run(request, new FolderSink(folder), null, CancellationToken.None);
        folder.Seal();
        return id;
    }

    private sealed class FolderSink(RunFolderWriter folder) : IRunSink
    {
        public void Stage(TrainingStage stage) { }

        public void Progress(TrainingProgress progress) { }

        public void AppendLog(string line) { }

        public void Write(string name, Action<Stream> write) => folder.Write(name, write);

        public void FlushLog() { }

        public void Remove(string name) { }

        public void RemoveWhenSealed(IReadOnlyList<string> names) { }
    }
}
