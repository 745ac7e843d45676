using System.Globalization;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>Puts an answer together. Nothing defaults to calm: whatever cannot be answered is unknown, with the reason.</summary>
internal sealed class PredictionComposer(LoadedModel model)
{
    public StabilityPrediction Compose(ComposedInput input, PredictionOptions options, Func<Explanation> explain)
    {
        StopeHistory stope = input.Moment.Stope;
        RangeReport range = model.Encoder.RangeCheck.Check(stope, input.Moment.AsOf);
        StabilityPrediction frame = new()
        {
            StopeId = stope.StopeId,
            StopeName = stope.Name,
            Mine = stope.Mine,
            IsSynthetic = stope.IsSynthetic,
            RunId = model.Metadata.RunId,
            Engine = model.Metadata.Engine.ToString(),
            Mode = PredictionMode.Unknown,
            Level = RiskLevel.Unknown,
            LevelBasis = LevelBasis.None,
            LevelCutPoints = options.Thresholds.CutPoints,
            UnknownReason = UnknownReason(input, range),
            OutOfRange = range.Warnings,
            Warnings = [.. Warnings(input)],
            DataQuality = QualityOf(input.Moment, options),
            AsOf = input.Moment.AsOf,
            Stale = input.Moment.IsStale(options),
            ComputedAt = options.ComputedAt,
        };
        return frame.UnknownReason is null
            ? Answered(frame, input, options, explain())
            : frame with
            {
                Recommendations = options.Recommendations.For(frame, RiskLevel.Unknown),
            };
    }

    private StabilityPrediction Answered(
        StabilityPrediction frame,
        ComposedInput input,
        PredictionOptions options,
        Explanation explanation
    )
    {
        CalibratedAnswer answer = input.Answer;
        RiskLevel level = options.Thresholds.LevelOf(answer.Risk ?? double.NaN);
        StabilityPrediction answered = frame with
        {
            Mode = PredictionMode.Network,
            Level = frame.Stale ? RiskLevel.Stale : level,
            LevelBasis = answer.Forecast is null ? LevelBasis.ConditionOnly : LevelBasis.Forecast,
            Condition = answer.ConditionFor(model.Components, options.Thresholds),
            Forecast = answer.ForecastFor(options.Thresholds),
            RiskTrend = RiskTrends.Of(answer.Risk, input.WeekBefore?.Risk),
            MaxRiskHorizonDays = answer.MaxRiskHorizon(),
            Drivers = explanation.Drivers,
            Attribution = explanation.Attribution,
        };
        return answered with { Recommendations = options.Recommendations.For(answered, level) };
    }

    private string? UnknownReason(ComposedInput input, RangeReport range)
    {
        if (input.Moment.FailedAt is { } failed)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The stope failed on {failed:yyyy-MM-dd}; the network answers only for stopes that stand."
            );
        }

        if (model.Metadata.TrainedOnSynthetic && !input.Moment.Stope.IsSynthetic)
        {
            return "The network learnt from generated data and knows nothing of a real mine. Train it on this mine's own.";
        }

        if (range.UnknownReason is { } outside)
        {
            return outside;
        }

        if (input.NoSeries && model.Components.TrainedWithoutReadings == 0)
        {
            return "The stope has no readings in the window, and the network never learnt from such stopes.";
        }

        if (input.Answer.Risk is null)
        {
            return "No head of the network was trained.";
        }

        return input.Answer.IsFinite ? null : "The network's answer is not a number.";
    }

    private IEnumerable<string> Warnings(ComposedInput input)
    {
        ModelComponents components = model.Components;
        if (input.NoSeries)
        {
            yield return "There are no readings in the window: an answer rests on rock mass, geometry and support alone.";
        }

        if (!components.HazardTrained)
        {
            yield return "No forecast: the data had no dated failures to learn from. The level is from the condition only.";
        }

        if (model.Metadata.Mines.Count > 0 && !model.Metadata.Mines.Contains(input.Moment.Stope.Mine))
        {
            yield return $"The network never saw {input.Moment.Stope.Mine}, it learnt from {string.Join(", ", model.Metadata.Mines)}: how good it is there was not measured (site_not_seen).";
        }

        string[] always =
        [
            .. components
                .Classes.Where((_, i) => components.Calibration.ConformalThresholds[i] is null)
                .Select(name => CategoryName.Of(name).ToLowerInvariant()),
        ];
        if (components.ConditionTrained && always.Length > 0)
        {
            yield return $"Too few calibration stopes to exclude: {string.Join(", ", always)}.";
        }
    }

    private DataQualityGrade? QualityOf(StopeMoment moment, PredictionOptions options)
    {
        WindowOptions window = model.Encoder.Window;
        return moment is { NewestReading: not null, AsOf: { } asOf }
            ? DataQuality.Grade(
                moment.Stope.Readings,
                asOf,
                options.ComputedAt,
                new DataQualityOptions
                {
                    Window = TimeSpan.FromDays(window.StepDays * window.Length),
                    Step = TimeSpan.FromDays(window.StepDays),
                    StaleAfter = options.StaleAfter,
                }
            )
            : null;
    }
}
