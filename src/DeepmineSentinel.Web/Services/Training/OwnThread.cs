namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Computing for minutes: a thread of its own keeps it from starving those that answer requests.</summary>
internal static class OwnThread
{
    public static Task<TResult> RunAsync<TResult>(Func<TResult> compute) =>
        Task.Factory.StartNew(
            compute,
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );
}
