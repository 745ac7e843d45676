using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Exporting;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Puts a stope's page together.</summary>
public sealed class StopeDetailPage(
    StopeQueries stopes,
    StoredCards cards,
    CaseHistoryStore caseHistories,
    PageParts parts
)
{
    /// <exception cref="SentinelException">There is no such stope.</exception>
    public async Task<StopeDetailViewModel> LoadAsync(int id, CancellationToken cancellationToken)
    {
        StopeFacts facts = await stopes.FactsAsync(id, cancellationToken);
        return new StopeDetailViewModel
        {
            Facts = facts,
            Prediction = await parts.LoadAsync(
                "prediction",
                async () =>
                    await cards.OfAsync(id, facts.Mine.TimeZoneId, cancellationToken) is { } card
                        ? card with
                        {
                            FailedAt = facts.FailedAt,
                        }
                        : null
            ),
            Graph = await parts.LoadAsync(
                "stability graph",
                async () =>
                    new StabilityGraphPart(
                        facts.Stope.Properties,
                        (await caseHistories.ReadAsync(cancellationToken)).Cases
                    )
            ),
        };
    }
}
