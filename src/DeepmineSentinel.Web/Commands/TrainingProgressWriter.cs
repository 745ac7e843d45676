using System.Globalization;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Shows a run on stderr: a bar with the time left at a terminal, else one line an epoch.</summary>
internal sealed class TrainingProgressWriter(CommandConsole console, TrainModelOptions options, TimeProvider clock)
    : ITrainingWatcher
{
    private const int Width = 24;

    private readonly Lock gate = new();
    private long trainingSince;
    private int seen;
    private bool barOpen;

    /// <summary>The run; null: none was started.</summary>
    public string? RunId { get; private set; }

    public void Started(string runId)
    {
        RunId = runId;
        Line($"Run {runId}");
    }

    public void Entered(TrainingStage stage)
    {
        if (stage == TrainingStage.Training)
        {
            trainingSince = clock.GetTimestamp();
        }

        Line(
            stage switch
            {
                TrainingStage.ReadingData => "Reading data",
                TrainingStage.PreparingSamples => "Preparing samples",
                TrainingStage.Training when options.Purpose == ModelPurpose.CaseHistory =>
                    "Fitting networks and logit on all cases",
                TrainingStage.Training => $"Training, at most {options.Epochs} epochs",
                TrainingStage.Evaluating when options.Purpose == ModelPurpose.CaseHistory =>
                    "Evaluating fits made in the same way on cases held out from them",
                TrainingStage.Evaluating => "Evaluating the network and the baselines",
                TrainingStage.Saving => "Saving and proving the artifact",
                _ => stage.ToString(),
            }
        );
    }

    public void Finished(TrainingProgress epoch)
    {
        seen++;
        string losses = string.Create(
            CultureInfo.InvariantCulture,
            $"loss {epoch.TrainingLoss:0.0000}, validation {epoch.ValidationLoss:0.0000}, best epoch {epoch.BestEpoch}"
        );
        string member = epoch.Member > 0 ? $"member {epoch.Member + 1}, " : "";
        if (console.CanAnimate)
        {
            Bar($"{member}{epoch.Epoch}/{epoch.Epochs} {losses}, at most {Left(epoch)} left", epoch);
        }
        else
        {
            Line($"{member}epoch {epoch.Epoch}/{epoch.Epochs}: {losses}, at most {Left(epoch)} left");
        }
    }

    public void Heard(string line) => Line(line);

    /// <summary>Ends the bar's line.</summary>
    public void End()
    {
        lock (gate)
        {
            if (barOpen)
            {
                console.Error.WriteLine();
                barOpen = false;
            }
        }
    }

    private string Left(TrainingProgress epoch)
    {
        TimeSpan each = clock.GetElapsedTime(trainingSince) / Math.Max(1, seen);
        TimeSpan left = each * Math.Max(0, epoch.Epochs - epoch.Epoch);
        return left.ToString(left.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    private void Bar(string text, TrainingProgress epoch)
    {
        int filled = Width * epoch.Epoch / Math.Max(1, epoch.Epochs);
        lock (gate)
        {
            console.Error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {text}   ");
            barOpen = true;
        }
    }

    private void Line(string text)
    {
        End();
        lock (gate)
        {
            console.Error.WriteLine(text);
        }
    }
}
