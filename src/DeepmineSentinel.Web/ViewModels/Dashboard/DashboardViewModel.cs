using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Health;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Dashboard;

public sealed record DashboardViewModel
{
    public required PagePart<DashboardFacts> Facts { get; init; }

    public required PagePart<IReadOnlyList<StopeRow>> Worst { get; init; }

    public required PagePart<HealthReport> Health { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>What is missing and where to mend it, in the order of doing.</summary>
    public IEnumerable<NextStep> NextSteps()
    {
        if (Facts.Value is not { } facts)
        {
            yield break;
        }

        if (facts.RealMines == 0)
        {
            yield return new NextStep(
                Texts.Of("Import your mine"),
                facts.SyntheticMines > 0
                    ? Texts.Of(
                        "Only the generated demo mine is here. Bring stopes and readings as CSV; the demo can be removed by one button."
                    )
                    : Texts.Of("Nothing is here yet. Bring stopes and readings as CSV."),
                "/import"
            );
        }

        if (facts.ActiveStopes > 0 && !facts.HasReadings)
        {
            yield return new NextStep(
                Texts.Of("Import readings"),
                Texts.Of("Stopes without readings are judged by their rock and geometry alone."),
                "/import"
            );
        }

        if (Health.Value is { Model.Loaded: false } && facts.ActiveStopes > 0)
        {
            yield return facts.OpenRun is null
                ? new NextStep(
                    Texts.Of("Train a model"),
                    Texts.Of("Until then the physics rule answers: it may warn, never reassure."),
                    "/training"
                )
                : new NextStep(
                    Texts.Of("Wait for the model in training"),
                    Texts.Of(
                        "It is being trained. Until it is ready the physics rule answers: it may warn, never reassure."
                    ),
                    $"/training/{facts.OpenRun.RunId}"
                );
        }
    }
}
