using DeepmineSentinel.Web.Services.Drift;
using DeepmineSentinel.Web.Services.Followed;
using DeepmineSentinel.Web.Services.Predictions;

namespace DeepmineSentinel.Web.Services.Health;

/// <summary>Looks at every part and says how it is.</summary>
public sealed class HealthService(
    MLPredictionService predictions,
    HealthComponentsReader parts,
    FollowUpService followUp,
    DriftService drift,
    TimeProvider clock
)
{
    public async Task<HealthReport> CheckAsync(CancellationToken cancellationToken)
    {
        (HealthComponents components, DataCounts data) = await parts.ReadAsync(cancellationToken);
        ModelHealth model;
        FollowUpHealth followed = FollowUpHealth.None;
        DriftHealth drifted = DriftHealth.None;
        if (components.Database.Status == HealthState.Unhealthy)
        {
            model = Unreachable(components.Database);
        }
        else
        {
            ModelHealth found = await predictions.CheckHealthAsync(cancellationToken);
            int silent = found.RunId is { } run ? await parts.CountWithoutLevelAsync(run, cancellationToken) : 0;
            data = data with { StopesWithoutLevel = silent };
            model = Judged(found, data);
            followed = found.RunId is { } answering
                ? FollowUpHealth.Of(answering, await followUp.OfAsync(answering, cancellationToken))
                : followed;
            drifted = found is { RunId: { } serving, TrainedAt: { } trainedAt }
                ? DriftHealth.Of(
                    await drift.OfAsync(serving, trainedAt, found.TrainedOnSynthetic == true, cancellationToken)
                )
                : drifted;
        }

        return new HealthReport
        {
            Status = components.All().Select(part => part.Health.Status).Append(model.Status).Max(),
            CheckedAt = clock.GetUtcNow().UtcDateTime,
            Model = model,
            Components = components,
            Data = data,
            FollowUp = followed,
            Drift = drifted,
            Recommendations = [.. Recommend(model, components, data)],
        };
    }

    /// <summary>Whether the site can answer at all: its database does.</summary>
    public Task<ComponentHealth> CheckReadyAsync(CancellationToken cancellationToken) =>
        parts.ReadDatabaseAsync(cancellationToken);

    private static ModelHealth Judged(ModelHealth model, DataCounts data)
    {
        if (model.TrainedOnSynthetic == true && data.RealStopes > 0)
        {
            return Worse(
                model,
                $"It learnt from generated data and answers unknown for {data.RealStopes} real stopes."
            );
        }

        return IsMostlySilent(model, data)
            ? Worse(
                model,
                $"{data.StopesWithoutLevel} of {data.Stopes} stopes get no level from it: they are unlike what it learnt from."
            )
            : model;
    }

    private static bool IsMostlySilent(ModelHealth model, DataCounts data) =>
        model.Loaded && data.StopesWithoutLevel * 2 > data.Stopes;

    private static ModelHealth Worse(ModelHealth model, string why) =>
        model with
        {
            Status = model.Status == HealthState.Unhealthy ? HealthState.Unhealthy : HealthState.Degraded,
            Detail = $"{model.Detail} {why}",
        };

    private static ModelHealth Unreachable(ComponentHealth database) =>
        new()
        {
            Status = HealthState.Unhealthy,
            Detail = $"The registry cannot be read. {database.Detail}",
            Serving = "unknown",
            Loaded = false,
        };

    private static IEnumerable<string> Recommend(ModelHealth model, HealthComponents components, DataCounts data)
    {
        if (components.Database.Status != HealthState.Healthy)
        {
            yield return "Check Database:Provider and Database:ConnectionString, then run database migrate.";
        }

        if (components.Stopes.Status != HealthState.Healthy)
        {
            yield return "Import stopes: import-data stopes FILE.";
        }

        if (components.TrainingData.Status != HealthState.Healthy)
        {
            yield return "Import dated outcomes: import-data outcomes FILE.";
        }

        if (!model.Loaded)
        {
            yield return "Train a model: train-model.";
        }
        else if ((model.TrainedOnSynthetic == true && data.RealStopes > 0) || IsMostlySilent(model, data))
        {
            yield return "Train on the mine's own data: train-model --retrain.";
        }
        else if (model.Serving == "candidate")
        {
            yield return $"Look at run {model.RunId} and promote it if it is good enough: models promote {model.RunId}.";
        }
        else if (model.Status != HealthState.Healthy)
        {
            yield return "Check the files: models verify. Then promote a version that is whole, or train again.";
        }
    }
}
