using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Web.Composition;
using DeepmineSentinel.Web.Options;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Demo;

/// <summary>Where the demo mine's files are and whether an empty database gets it unasked.</summary>
public sealed class DemoMineSettings(ProjectFolders folders, IOptions<SiteOptions> site, IHostEnvironment environment)
{
    public MineFiles Files { get; } = MineFiles.In(Path.Combine(folders.StaticData, "demo-mine"));

    public bool SeedsItself => site.Value.SeedDemo ?? environment.IsDevelopment();
}
