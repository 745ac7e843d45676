using DeepmineSentinel.Learning.Inference;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>One call's hold on one version, from its first to its last use of it.</summary>
internal sealed class ModelLease(ServingModel model, StabilityPredictor predictor) : IDisposable
{
    private int returned;

    public ServingModelInfo Info => model.Info;

    public StabilityPredictor Predictor => predictor;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref returned, 1) == 0)
        {
            model.Return();
        }
    }
}
