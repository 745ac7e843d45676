using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Tests.Csv;

namespace DeepmineSentinel.Data.Tests.Importing;

/// <summary>A migrated site that files are imported into.</summary>
public abstract class ImportTest : IAsyncLifetime
{
    private protected SqliteSite Site { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Site = await SqliteSite.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<ImportReport> ImportStopeAsync() =>
        ImportAsync(ImportKind.Stopes, CsvText.Stopes(CsvText.GoodStope));

    protected Task<ImportReport> ImportFileAsync(ImportKind kind, string name) =>
        Site.Get<MineImporter>()
            .ImportAsync(
                new ImportRequest
                {
                    Kind = kind,
                    Path = SharedData.ReferenceMine(name),
                    By = "tester",
                },
                null,
                Token
            );

    protected Task<ImportReport> ImportAsync(
        ImportKind kind,
        string text,
        Func<ImportRequest, ImportRequest>? change = null
    )
    {
        ImportRequest request = new()
        {
            Kind = kind,
            Path = Site.Folder.Write("import.csv", text),
            By = "tester",
        };
        return Site.Get<MineImporter>().ImportAsync(change?.Invoke(request) ?? request, null, Token);
    }
}
