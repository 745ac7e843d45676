using System.Globalization;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Baselines.Cases;
using DeepmineSentinel.Learning.Features.Cases;
using DeepmineSentinel.Learning.Metrics;
using DeepmineSentinel.Learning.Networks.Cases;
using DeepmineSentinel.Learning.Training.Cases;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>
/// An ensemble of <see cref="CaseNetwork"/>s. Its decay is chosen, and its temperature fitted, on folds inside the training
/// cases.
/// </summary>
/// <param name="name">Name in reports.</param>
/// <param name="features">Which numbers it sees.</param>
/// <param name="isMonotone">Whether risk may only rise with HR and fall with N' or its factors.</param>
/// <param name="options">How to train; null: as the product does.</param>
public sealed class CaseNetworkModel(
    string name,
    CaseFeatures features,
    bool isMonotone,
    CaseModelOptions? options = null
) : ICaseModel, IDisposable
{
    private readonly CaseModelOptions options = options ?? new CaseModelOptions();
    private IReadOnlyList<CaseHistory>? fittedTo;
    private FittedNetworks? fitted;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Description =>
        $"{options.Members} {(isMonotone ? "monotone" : "free")} networks on "
        + features switch
        {
            CaseFeatures.Graph => "ln HR and ln N'",
            CaseFeatures.Factors => "ln HR, Q', A, B, C",
            _ => "ln HR, Q', A, B, C and the surface",
        };

    /// <inheritdoc/>
    public string? Chosen { get; private set; }

    /// <inheritdoc/>
    public double[][]? OutOfFold { get; private set; }

    /// <inheritdoc/>
    public void Fit(IReadOnlyList<CaseHistory> training, CancellationToken token)
    {
        if (ReferenceEquals(training, fittedTo))
        {
            return;
        }

        int[] labels = [.. training.Select(history => (int)history.State)];
        CaseTemperature centre = CaseTemperature.At(labels);
        (double Decay, double[][][] LogOdds, double Loss) best = (0, [], double.PositiveInfinity);
        foreach (double decay in options.Decays)
        {
            double[][][] logOdds = OutOfFoldLogOdds(training, decay, token);
            double loss = ClassScores.LogLoss([.. logOdds.Select(centre.Mean)], labels);
            best = loss < best.Loss ? (decay, logOdds, loss) : best;
        }

        CaseTemperature temperature = centre with { Temperature = TemperatureOf(best.LogOdds, labels, centre) };
        OutOfFold = [.. best.LogOdds.Select(temperature.Mean)];
        fitted?.Dispose();
        fitted = Networks(training, best.Decay, options.Members, token) with { Temperature = temperature };
        fittedTo = training;
        Chosen = string.Create(
            CultureInfo.InvariantCulture,
            $"decay {best.Decay}, temperature {temperature.Temperature:0.00}"
        );
    }

    /// <inheritdoc/>
    public double[][] Probabilities(IReadOnlyList<CaseHistory> cases) => fitted!.Probabilities(cases);

    /// <summary>Hands the fitted networks over to the caller, who disposes them; the model is not fitted any more.</summary>
    internal FittedNetworks Release()
    {
        FittedNetworks released = fitted!;
        fitted = null;
        fittedTo = null;
        return released;
    }

    /// <inheritdoc/>
    public void Dispose() => fitted?.Dispose();

    // [training][members][2]
    private double[][][] OutOfFoldLogOdds(IReadOnlyList<CaseHistory> training, double decay, CancellationToken token) =>
        InnerFolds.Predict(
            training,
            (cases, held) =>
            {
                using FittedNetworks networks = Networks(cases, decay, options.SelectionMembers, token);
                return networks.LogOdds(held);
            }
        );

    private FittedNetworks Networks(
        IReadOnlyList<CaseHistory> training,
        double decay,
        int members,
        CancellationToken token
    )
    {
        CaseInputs inputs = CaseInputs.Fit(features, training);
        double[][] rows = [.. training.Select(inputs.Row)];
        int[] labels = [.. training.Select(history => (int)history.State)];
        CaseNetworkOptions shape = new(
            CaseInputs.Count(features),
            CaseInputs.RisingCount(features),
            options.Training.HiddenCount,
            isMonotone
        );
        CaseTrainingSet set = new(shape, rows, labels);
        CaseTrainingOptions how = options.Training with { Decay = decay };
        CaseNetwork[] networks =
        [
            .. Enumerable.Range(0, members).Select(member => CaseTrainer.Train(set, how, member, token)),
        ];
        return new FittedNetworks(inputs, networks, CaseTemperature.At(labels));
    }

    private static double TemperatureOf(double[][][] logOdds, int[] labels, CaseTemperature centre) =>
        TemperatureScaling.Fit(temperature =>
        {
            CaseTemperature tried = centre with { Temperature = temperature };
            return labels.Length * ClassScores.LogLoss([.. logOdds.Select(tried.Mean)], labels);
        });
}
