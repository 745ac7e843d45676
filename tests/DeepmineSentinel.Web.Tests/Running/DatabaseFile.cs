using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>The database of a folder as a file, looked at from outside.</summary>
internal sealed class DatabaseFile(string folder)
{
    private readonly string path = Path.Combine(folder, "data", "deepmine.db");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Bytes of what was written and is not moved into the file yet: grows while a large transaction is at work.</summary>
    public long LogLength => new FileInfo($"{path}-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>Everything in some tables, in short; the file is checked for damage first.</summary>
    public async Task<string> StateAsync(params string[] tables)
    {
        await using SqliteConnection connection = await OpenAsync();
        Assert.Equal("ok", await ScalarAsync(connection, "PRAGMA integrity_check"));
        Assert.Null(await ScalarAsync(connection, "PRAGMA foreign_key_check"));
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string table in tables)
        {
            await using SqliteCommand select = connection.CreateCommand();
            select.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2, 3";
            await using SqliteDataReader reader = await select.ExecuteReaderAsync(Token);
            object[] cells = new object[reader.FieldCount];
            while (await reader.ReadAsync(Token))
            {
                reader.GetValues(cells);
                hash.AppendData(Encoding.UTF8.GetBytes(string.Join('|', cells) + "\n"));
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>The first value of a statement.</summary>
    public async Task<object?> ScalarAsync(string statement)
    {
        await using SqliteConnection connection = await OpenAsync();
        return await ScalarAsync(connection, statement);
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string statement)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteScalarAsync(Token);
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        SqliteConnection connection = new($"Data Source={path};Pooling=False");
        await connection.OpenAsync(Token);
        return connection;
    }
}
