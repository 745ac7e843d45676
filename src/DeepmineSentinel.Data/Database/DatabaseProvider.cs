namespace DeepmineSentinel.Data.Database;

/// <summary>Which database holds the data.</summary>
public enum DatabaseProvider
{
    /// <summary>One file; the default.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer,
}
