using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>
/// Holds the serving model. Loads it once, when first needed, however many callers ask; swaps it whole; after a failure
/// tries again with growing pauses.
/// </summary>
public sealed partial class ModelHost : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly ModelLoader loader;
    private readonly TimeProvider clock;
    private readonly ILogger<ModelHost> logger;
    private readonly Lock gate = new();
    private LoadResult? current;
    private Task<LoadResult>? loading;
    private int failures;
    private bool disposed;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    public ModelHost(ModelLoader loader, TimeProvider clock, ILogger<ModelHost> logger)
    {
        this.loader = loader;
        this.clock = clock;
        this.logger = logger;
    }

    /// <summary>How often files were read for a model.</summary>
    internal int Loads { get; private set; }

    /// <summary>The outcome of the last attempt; null: nothing was needed yet.</summary>
    internal LoadResult? Current => Volatile.Read(ref current);

    /// <summary>The serving model, loaded if need be; null: there is none, and the physics rule must answer.</summary>
    internal async Task<ModelLease?> LeaseAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            LoadResult result = await Obtain(again: false).WaitAsync(cancellationToken);
            if (result.Model is not { } model)
            {
                return null;
            }

            if (model.TryLease() is { } lease)
            {
                return lease;
            }
        }
    }

    /// <summary>Loads what the registry wants now and puts it in place of the present model, which first ends its calls.</summary>
    internal Task<LoadResult> ReloadAsync(CancellationToken cancellationToken) =>
        Obtain(again: true).WaitAsync(cancellationToken);

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            current?.Model?.Retire();
        }
    }

    private Task<LoadResult> Obtain(bool again)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            bool enough = current is { } known && (known.Model is not null || clock.GetUtcNow() < notBefore);
            if (loading is null && enough && !again)
            {
                return Task.FromResult(current!);
            }

            // Not the caller's token: a caller that gives up must not take the load from the others.
            return loading ??= Task.Run(LoadAsync, CancellationToken.None);
        }
    }

    private async Task<LoadResult> LoadAsync()
    {
        LoadResult result;
        Loads++;
        try
        {
            result = await loader.LoadAsync(CancellationToken.None);
        }
        catch (Exception exception)
            when (exception is SentinelException or IOException or System.Data.Common.DbException)
        {
            LogLoadFailed(exception);
            result = new LoadResult(null, Current?.ProductionRunId, [exception.Message]);
        }
        catch
        {
            lock (gate)
            {
                loading = null;
            }

            throw;
        }

        return Take(result);
    }

    private LoadResult Take(LoadResult result)
    {
        ServingModel? replaced;
        lock (gate)
        {
            loading = null;
            replaced = current?.Model;
            if (result.Model is null && replaced is not null)
            {
                // What still answers in memory is better than nothing; the refusal stays visible.
                result = result with
                {
                    Model = replaced,
                };
            }

            current = result;
            failures = result.Model is null ? failures + 1 : 0;
            notBefore = result.Model is null ? clock.GetUtcNow() + Pause(failures) : DateTimeOffset.MinValue;
        }

        if (replaced is not null && !ReferenceEquals(replaced, result.Model))
        {
            replaced.Retire();
        }

        foreach (string refused in result.Refused)
        {
            LogRefused(refused);
        }

        if (result.Model is { } model)
        {
            LogServing(model.Info.RunId, model.Info.Role);
        }

        return result;
    }

    private static TimeSpan Pause(int failures) =>
        TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(Math.Max(failures - 1, 0), 20)));

    [LoggerMessage(LogLevel.Error, "No model could be loaded; it is tried again later")]
    private partial void LogLoadFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "A model was refused: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(LogLevel.Information, "Run {RunId} serves as {Role}")]
    private partial void LogServing(string runId, ServingRole role);
}
