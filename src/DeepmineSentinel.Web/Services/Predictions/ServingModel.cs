using DeepmineSentinel.Learning.Inference;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>One loaded version with a count of the calls under way; freed when it is replaced and the last of them ends.</summary>
internal sealed class ServingModel(StabilityPredictor predictor, ServingModelInfo info)
{
    private readonly Lock gate = new();
    private int users;
    private bool retired;
    private bool freed;

    public ServingModelInfo Info => info;

    public bool IsFreed => freed;

    /// <summary>Takes part in its use; null when it is being thrown away: ask for the present one again.</summary>
    public ModelLease? TryLease()
    {
        lock (gate)
        {
            if (retired)
            {
                return null;
            }

            users++;
            return new ModelLease(this, predictor);
        }
    }

    /// <summary>No new calls; those under way finish on it.</summary>
    public void Retire()
    {
        lock (gate)
        {
            retired = true;
            FreeWhenUnused();
        }
    }

    internal void Return()
    {
        lock (gate)
        {
            users--;
            FreeWhenUnused();
        }
    }

    private void FreeWhenUnused()
    {
        if (retired && users == 0 && !freed)
        {
            freed = true;
            predictor.Dispose();
        }
    }
}
