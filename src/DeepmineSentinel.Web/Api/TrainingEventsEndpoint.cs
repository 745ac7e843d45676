using System.Globalization;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Queries;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Api;

/// <summary>Streams a run as server-sent events: <c>epochs</c>, <c>run</c>, and <c>end</c> as the last.</summary>
internal static class TrainingEventsEndpoint
{
    public static async Task FollowAsync(
        string runId,
        HttpContext context,
        TrainingQueries runs,
        TrainingFollower follower,
        ListenerSlots slots
    )
    {
        // A site that shuts down does not wait for its listeners; they come back to the next one.
        IHostApplicationLifetime site = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            site.ApplicationStopping
        );
        TrainingRun run = await runs.GetAsync(runId, end.Token);
        using IDisposable slot = slots.Take();
        try
        {
            EventWriter events = Writer(context);
            await events.StartAsync(end.Token);
            await follower.FollowAsync(run, Known(context.Request), events, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The listener is gone, or the site is.
        }
    }

    private static EventWriter Writer(HttpContext context) =>
        new(
            context.Response,
            context.RequestServices.GetRequiredService<IOptions<TrainingServiceOptions>>().Value.Heartbeat,
            context.RequestServices.GetRequiredService<TimeProvider>()
        );

    // Anything but a number is a listener that starts anew.
    private static int Known(HttpRequest request) =>
        int.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out int known)
            ? known
            : 0;
}
