using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Alerts;

public sealed class AlertJobTests(TrainedMine mine)
{
    [Fact]
    public async Task The_site_watches_by_itself_at_start_and_after_predictions()
    {
        await using TestSite site = new(
            mine,
            ("Predictions:Automatic", "true"),
            ("Alerts:Automatic", "true"),
            ("Alerts:Every", "00:00:01"),
            ("Alerts:FromPrediction:VeryLow", "Abnormal"),
            ("Alerts:FromPrediction:Low", "Abnormal")
        );
        site.Get<MLPredictionService>();

        await Eventually.TrueAsync(async () =>
        {
            await using SentinelDbContext context = await site.Get<IDbContextFactory<SentinelDbContext>>()
                .CreateDbContextAsync(TestContext.Current.CancellationToken);
            return await context.Alerts.AnyAsync(
                alert => alert.CauseKind == AlertCauseKind.Forecast || alert.CauseKind == AlertCauseKind.StaleData,
                TestContext.Current.CancellationToken
            );
        });
    }
}
