using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Demo;

namespace DeepmineSentinel.Web.Tests.Demo;

/// <summary>Fails when the generator changed and static-data was not written anew (the command stands in its README).</summary>
public sealed class ShippedDemoMineTests
{
    [Fact]
    public void The_shipped_demo_mine_is_what_the_generator_makes_and_its_oracle_knows_it()
    {
        MineDataset shipped = new MineCsvReader(TimeProvider.System).Read(
            MineFiles.In(Path.Combine(RepositoryRoot(), "static-data", "demo-mine")),
            new MineReadOptions(),
            TestContext.Current.CancellationToken
        );
        DemoMine made = DemoMineGenerator.Generate(new() { Stopes = 60, Days = 120 });
        Assert.Equal(made.Stopes.Select(stope => stope.Properties), shipped.Stopes.Select(stope => stope.Properties));
        Assert.Equal(
            made.Stopes.SelectMany(stope => stope.Readings),
            shipped.Stopes.SelectMany(stope => stope.Readings)
        );
        Assert.Equal(
            made.Stopes.SelectMany(stope => stope.Outcomes),
            shipped.Stopes.SelectMany(stope => stope.Outcomes)
        );
        Assert.Equal(made.Stopes.SelectMany(stope => stope.Events), shipped.Stopes.SelectMany(stope => stope.Events));

        SampleSet samples = SampleBuilder.Build(shipped, new(), new());
        Assert.Null(new DemoOracle().Fit(samples, []));
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DeepmineSentinel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found.");
    }
}
