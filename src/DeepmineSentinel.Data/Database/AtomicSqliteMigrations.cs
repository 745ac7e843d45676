using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DeepmineSentinel.Data.Database;

/// <summary>
/// Keeps a migration of SQLite in one transaction. Where a table is rebuilt, EF ends the transaction to switch foreign keys
/// off, and a process that died there would leave half a migration. <see cref="DatabaseMigrator"/> switches them off before.
/// </summary>
internal sealed class AtomicSqliteMigrations(
    MigrationsSqlGeneratorDependencies dependencies,
    IRelationalAnnotationProvider annotations
) : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private const string ForeignKeys = "PRAGMA foreign_keys";

    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations,
        IModel? model = null,
        MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default
    ) =>
        [
            .. base.Generate(operations, model, options)
                .Where(command => !command.CommandText.StartsWith(ForeignKeys, StringComparison.Ordinal)),
        ];
}
