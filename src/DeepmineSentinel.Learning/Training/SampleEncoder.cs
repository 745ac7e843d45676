using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Fills tables from stopes: training, evaluation and prediction all go through here.</summary>
/// <param name="encoder">Fitted on training stopes.</param>
/// <param name="shape">Shape of the network.</param>
public sealed class SampleEncoder(FeatureEncoder encoder, NetworkOptions shape)
{
    /// <summary>Encodes labelled samples.</summary>
    /// <param name="set">All samples.</param>
    /// <param name="positions">Those to encode, samples of one stope side by side.</param>
    /// <param name="plan">How labels count; null: no labels are needed.</param>
    public SampleTable Encode(SampleSet set, IReadOnlyList<int> positions, LabelPlan? plan)
    {
        SampleTable table = new(positions.Count, shape);
        StopeEncoder? stope = null;
        int last = -1;
        for (int row = 0; row < positions.Count; row++)
        {
            Sample sample = set.Samples[positions[row]];
            if (stope is null || sample.StopeIndex != last)
            {
                stope = encoder.ForStope(set.Stopes[sample.StopeIndex]);
                last = sample.StopeIndex;
            }

            EncodeInputs(stope, sample.AsOf, table, row);
            if (plan is not null)
            {
                EncodeLabels(sample, plan, table, row);
            }
        }

        return table;
    }

    /// <summary>Encodes stopes to be asked about.</summary>
    /// <param name="asked">Each with the end of its window; null: its newest reading.</param>
    public SampleTable Encode(IReadOnlyList<(StopeHistory Stope, DateTime? AsOf)> asked)
    {
        SampleTable table = new(asked.Count, shape);
        for (int row = 0; row < asked.Count; row++)
        {
            EncodeInputs(encoder.ForStope(asked[row].Stope), asked[row].AsOf, table, row);
        }

        return table;
    }

    private void EncodeInputs(StopeEncoder stope, DateTime? asOf, SampleTable table, int row)
    {
        int channels = shape.ChannelCount;
        Span<float> values = new float[encoder.SeriesLength];
        Span<float> masks = new float[encoder.SeriesLength];
        stope.Encode(asOf, table.Statics.AsSpan(row * shape.StaticCount, shape.StaticCount), values, masks);
        Span<float> series = table.Series.AsSpan(row * shape.Steps * shape.StepWidth, shape.Steps * shape.StepWidth);
        for (int step = 0; step < shape.Steps; step++)
        {
            Span<float> into = series.Slice(step * shape.StepWidth, shape.StepWidth);
            values.Slice(step * channels, channels).CopyTo(into);
            masks.Slice(step * channels, channels).CopyTo(into[channels..]);
        }

        table.MarkPadding(row);
    }

    private void EncodeLabels(Sample sample, LabelPlan plan, SampleTable table, int row)
    {
        if (plan.Condition && sample.HasCondition)
        {
            double weight = sample.ConditionWeight * plan.WeightScale * plan.ClassWeights[sample.ConditionLabel];
            table.ConditionTargets[(row * shape.ClassCount) + sample.ConditionLabel] = (float)weight;
        }

        for (int k = 0; plan.Hazard && k < NetworkOptions.HazardCount; k++)
        {
            int at = (row * NetworkOptions.HazardCount) + k;
            table.HazardTargets[at] = sample.Hazard.Fails(k) ? 1 : 0;
            table.HazardKnown[at] = sample.Hazard.IsKnown(k) ? 1 : 0;
        }
    }
}
