using System.ComponentModel.DataAnnotations;

namespace DeepmineSentinel.Data.Database;

/// <summary>Where the data are kept: configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Database";

    /// <summary>File that SQLite uses where no connection string is given, from the project's root.</summary>
    public const string DefaultFile = "data/deepmine.db";

    /// <summary>Provider; Sqlite unless set.</summary>
    [EnumDataType(typeof(DatabaseProvider))]
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string; null or empty: the default SQLite file. SQL Server must have one, with encryption.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Folder that relative SQLite files and the models are taken from; set by the registration.</summary>
    public string ProjectRoot { get; set; } = "";
}
