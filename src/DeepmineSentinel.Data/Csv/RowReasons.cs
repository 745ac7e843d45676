using DeepmineSentinel.Core.Importing;

namespace DeepmineSentinel.Data.Csv;

/// <summary>Reasons that reader and importer share.</summary>
internal static class RowReasons
{
    public const string StopeTwice = "stands in the file twice (names that differ only by case are the same)";
    public const string StopeKnown = "is in the mine already; --update changes what is there";
    public const string UnknownStopeInFiles = "names a stope that is not among the stopes of its mine";
    public const string UnknownStope = "names a stope that its mine does not have; import the stopes first";

    public static string Twice(ImportKind kind) => $"{Key(kind)} stand in the file twice";

    public static string Known(ImportKind kind) => $"{Key(kind)} are stored already; --update changes what is there";

    private static string Key(ImportKind kind) =>
        kind switch
        {
            ImportKind.Readings => "this stope and timestamp",
            ImportKind.Events => "this stope, timestamp, type, charge and distance",
            ImportKind.Outcomes => "this stope and observed_at",
            ImportKind.CaseHistories => "this case's inputs and state",
            _ => "this stope's name",
        };
}
