using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Hands on what the loop tells while it runs: log lines, checkpoints, the best weights so far.</summary>
internal sealed class RunJournal
{
    private const string Header =
        "member,epoch,training_loss,validation_loss,condition_loss,hazard_loss,learning_rate,gradient_norm,best_epoch,seconds";

    private readonly IRunSink sink;
    private readonly List<TrainingProgress> epochs = [];

    public RunJournal(IRunSink sink)
    {
        this.sink = sink;
        // Whole, not appended: a run that starts again must not have its first lines twice.
        sink.Write(ArtifactFileNames.TrainingLog, stream => stream.Write(Encoding.ASCII.GetBytes(Header + "\n")));
    }

    /// <summary>All epochs so far.</summary>
    public IReadOnlyList<TrainingProgress> Epochs => epochs;

    public void Record(TrainingProgress progress)
    {
        epochs.Add(progress);
        sink.AppendLog(LineOf(progress));
        sink.Progress(progress);
    }

    public void Keep(Checkpoint checkpoint)
    {
        using MemoryStream bytes = new();
        CheckpointFile.Write(bytes, checkpoint);
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"{ArtifactFileNames.Checkpoints}/member{checkpoint.Member}.safetensors"
        );
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        sink.Write(name, bytes.WriteTo);
        sink.Write($"{name}.sha256", stream => stream.Write(Encoding.ASCII.GetBytes(hash)));
        if (checkpoint.Best.Count > 0)
        {
            WriteBest([checkpoint.Best]);
        }
    }

    public void WriteBest(IReadOnlyList<IReadOnlyList<WeightArray>> members) =>
        sink.Write(ArtifactFileNames.BestModel, stream => SafeTensors.Write(stream, ModelWeights.Join(members)));

    private static string LineOf(TrainingProgress progress) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Member},{progress.Epoch},{progress.TrainingLoss:R},{progress.ValidationLoss:R},{progress.ConditionLoss:R},{progress.HazardLoss:R},{progress.LearningRate:R},{progress.GradientNorm:R},{progress.BestEpoch},{progress.Elapsed.TotalSeconds:F3}"
        );
}
