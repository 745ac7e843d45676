using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>
/// Integrated gradients (Sundararajan et al. 2017) of the log-odds that the level is cut from: along the straight line from
/// a typical stope with the same gaps to this one. N points, S static numbers, T steps, D numbers a step.
/// </summary>
internal sealed class Attributor(LoadedModel model)
{
    /// <summary>Points on the path; more only where the contributions would not add up.</summary>
    private static readonly int[] PointCounts = [64, 256, 1024];
    private const int PointsAtOnce = 64;
    private const double Accepted = 0.01;
    private const double Negligible = 5e-3;

    /// <summary>What each feature, and of the readings each day, contributed.</summary>
    /// <param name="table">Encoded samples.</param>
    /// <param name="row">The one to explain.</param>
    /// <param name="moment">The stope behind it.</param>
    public Explanation Explain(SampleTable table, int row, StopeMoment moment)
    {
        AttributionPath path = AttributionPath.Of(model.Encoder, table, row);
        PathContributions found = new([], []);
        double difference = DifferenceAlong(path);
        foreach (int points in PointCounts)
        {
            found = Contributions(path, points);
            double error = Math.Abs(found.Sum - difference);
            if (error <= Math.Max(Negligible, Accepted * Math.Abs(difference)))
            {
                break;
            }
        }

        DriverValues values = new(moment);
        Driver[] drivers =
        [
            .. found
                .ByFeature.Where(pair => pair.Value != 0 && double.IsFinite(pair.Value))
                .OrderByDescending(pair => Math.Abs(pair.Value))
                .Select(pair => values.DriverOf(pair.Key, pair.Value)),
        ];
        return new Explanation(drivers, found.ToAttribution(model.Encoder, moment, difference));
    }

    /// <summary>Log-odds at the end of the path less those at its start: what contributions add up to.</summary>
    internal double DifferenceAlong(AttributionPath path)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable untracked = no_grad();
        float[] odds = LogOdds(model.Networks.Answer(path.Batch([0f, 1f]))).contiguous().data<float>().ToArray();
        return (double)odds[1] - odds[0];
    }

    /// <summary>Contribution of each feature, and of each step of each channel.</summary>
    internal PathContributions Contributions(AttributionPath path, int points)
    {
        (float[] statics, float[] series) = MeanGradients(path, points);
        Dictionary<string, double> byFeature = [];
        for (int i = 0; i < statics.Length; i++)
        {
            string name = model.Encoder.FeatureNames[i].Split(':')[0];
            Add(byFeature, name, statics[i] * (path.EndStatics[i] - path.StartStatics[i]));
        }

        (int width, int channels) = (path.Shape.StepWidth, path.Shape.ChannelCount);
        float[] cells = new float[path.Shape.Steps * channels];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            int i = (cell / channels * width) + (cell % channels); // [T, D] -> [T, C]: masks do not move along the path
            cells[cell] = series[i] * (path.EndSeries[i] - path.StartSeries[i]);
            Add(byFeature, model.Encoder.ChannelNames[cell % channels], cells[cell]);
        }

        return new PathContributions(byFeature, cells);
    }

    private (float[] Statics, float[] Series) MeanGradients(AttributionPath path, int points)
    {
        float[] statics = new float[path.EndStatics.Length];
        float[] series = new float[path.EndSeries.Length];
        foreach (int[] chunk in Enumerable.Range(0, points).Chunk(PointsAtOnce))
        {
            using DisposeScope scope = NewDisposeScope();
            NetworkBatch batch = path.Batch([.. chunk.Select(point => (point + 0.5f) / points)]);
            batch.Statics.requires_grad_();
            batch.Series.requires_grad_();
            Tensor total = LogOdds(model.Networks.Answer(batch)).sum(); // rows do not mix: norms use running statistics
            IList<Tensor> gradients = autograd.grad([total], [batch.Statics, batch.Series], allow_unused: true);
            AddMean(statics, gradients[0], (float)chunk.Length / points);
            AddMean(series, gradients[1], (float)chunk.Length / points);
        }

        return (statics, series);
    }

    // [N, ...] -> [...]; null: this input has no part in the answer.
    private static void AddMean(float[] sums, Tensor? gradients, float share)
    {
        if (gradients is null || gradients.IsInvalid)
        {
            return;
        }

        float[] means = gradients.mean([0L]).contiguous().data<float>().ToArray();
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += share * means[i];
        }
    }

    // [N]: of failing within seven days where that is trained, else of not being stable; calibrated.
    private Tensor LogOdds(NetworkOutput output)
    {
        ModelCalibration calibration = model.Components.Calibration;
        if (model.Components.HazardTrained)
        {
            Tensor centre = Constant(calibration.HazardCentre);
            Tensor scaled = output.Hazard.sub(centre).div(calibration.HazardTemperature) + centre; // [N, 5]
            Tensor cumulative = nn.functional.softplus(scaled).slice(1, 0, CalibratedAnswer.SevenDays + 1, 1).sum(1L);
            return cumulative + cumulative.neg().expm1().neg().log(); // ln((1 - e^-c) / e^-c)
        }

        Tensor shares = Constant(calibration.ConditionCentre);
        Tensor logits = output.Condition.sub(Constant(calibration.ConditionOffsets)).sub(shares);
        logits = logits.div(calibration.ConditionTemperature) + shares; // [N, K]
        Tensor stable = logits.select(1, 0);
        return logsumexp(logits.slice(1, 1, logits.shape[1], 1), 1) - stable;
    }

    private static Tensor Constant(IReadOnlyList<double> values) =>
        tensor([.. values.Select(value => (float)value)], dtype: ScalarType.Float32);

    private static void Add(Dictionary<string, double> byFeature, string name, double part) =>
        byFeature[name] = byFeature.GetValueOrDefault(name) + part;
}
