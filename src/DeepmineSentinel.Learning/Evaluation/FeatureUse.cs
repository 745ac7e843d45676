using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>How much a network leans on one feature.</summary>
/// <param name="Name">Name of the feature.</param>
/// <param name="IsChannel">Whether it is a channel of readings.</param>
/// <param name="Rise">Mean rise of the validation loss when it is dealt out anew among the samples.</param>
/// <param name="Error">Standard error of that mean over the shuffles.</param>
public sealed record FeatureUse(string Name, bool IsChannel, double Rise, double Error)
{
    private const int Repeats = 5;
    private const int MostSamples = 256;

    /// <summary>Measures every feature by both heads together, as the loss counts them; largest rise first.</summary>
    /// <param name="networks">Frozen networks.</param>
    /// <param name="labelled">Validation samples with labels; of many, 256 spread evenly.</param>
    /// <param name="plan">Which heads are trained.</param>
    /// <param name="encoder">Names the inputs.</param>
    /// <param name="token">Looked at once a batch.</param>
    public static IReadOnlyList<FeatureUse> Measure(
        NetworkEnsemble networks,
        SampleTable labelled,
        LabelPlan plan,
        FeatureEncoder encoder,
        CancellationToken token
    )
    {
        int count = Math.Min(MostSamples, labelled.Count);
        SampleTable table = labelled.TakeLabelled([
            .. Enumerable.Range(0, count).Select(i => (int)((long)i * labelled.Count / count)),
        ]);
        double Loss(SampleTable asked) =>
            ValidationLoss.Of(table, NetworkScoring.Score(networks, asked, token), plan) ?? 0;
        double whole = Loss(table);
        return
        [
            .. FeatureColumns
                .Of(encoder)
                .Select(feature => Of(feature, repeat => Loss(Shuffled(feature, table, repeat)) - whole))
                .OrderByDescending(use => use.Rise),
        ];
    }

    private static SampleTable Shuffled(FeatureColumns feature, SampleTable table, int repeat) =>
        feature.Shuffled(table, RandomSequence.Open(feature.Name, repeat));

    private static FeatureUse Of(FeatureColumns feature, Func<int, double> riseOf)
    {
        double[] rises = [.. Enumerable.Range(0, Repeats).Select(riseOf)];
        double mean = rises.Average();
        double variance = rises.Sum(rise => (rise - mean) * (rise - mean)) / (Repeats - 1);
        return new FeatureUse(feature.Name, feature.Channel is not null, mean, Math.Sqrt(variance / Repeats));
    }
}
