namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>Waits for something that happens by itself.</summary>
internal static class Eventually
{
    // Long, as trainings are waited for and a machine may be slow or without vectors.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        end.CancelAfter(Longest);
        while (!await condition())
        {
            await Task.Delay(50, end.Token);
        }
    }
}
