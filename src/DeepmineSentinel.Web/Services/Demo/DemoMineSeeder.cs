namespace DeepmineSentinel.Web.Services.Demo;

/// <summary>Brings the shipped demo mine into the database and takes it out again.</summary>
public sealed class DemoMineSeeder
{
    /// <summary>Seeds where settings allow it and the database has no mine; says whether it did.</summary>
    public Task<bool> SeedIfEmptyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SeedAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Removes the demo mine with all that belongs to it; says whether there was one.</summary>
    public Task<bool> RemoveAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
