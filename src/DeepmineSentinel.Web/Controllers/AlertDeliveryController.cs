using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Alerts;
using DeepmineSentinel.Web.Services.Alerts.Delivery;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels.Alerts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>Who is told of alerts, the test buttons, and the log of what was really sent.</summary>
public sealed class AlertDeliveryController(
    AlertQueries alerts,
    DeliveryTester tester,
    IOptions<AlertDeliveryOptions> options,
    IOptions<AlertsOptions> alertOptions,
    ResponsePlans plans
) : Controller
{
    [HttpGet("/alerts/delivery")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(
            new AlertDeliveryViewModel
            {
                Options = options.Value,
                Alerts = alertOptions.Value,
                Now = await plans.CurrentAsync(cancellationToken),
                Log = await alerts.DeliveriesAsync(null, cancellationToken),
            }
        );

    [HttpPost("/alerts/delivery/test")]
    public async Task<IActionResult> Test(DeliveryChannel? channel, CancellationToken cancellationToken)
    {
        if (channel is null || !ModelState.IsValid)
        {
            TempData["Failed"] = Texts.Of("Say which channel is to be tested.");
            return Redirect("/alerts/delivery");
        }

        await tester.TestAsync(channel.Value, cancellationToken);
        TempData["Done"] = Texts.Of(
            "A test was queued. Load the page again in a moment: the log says what came of it."
        );
        return Redirect("/alerts/delivery");
    }
}
