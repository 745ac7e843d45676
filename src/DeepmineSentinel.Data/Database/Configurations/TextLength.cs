namespace DeepmineSentinel.Data.Database.Configurations;

/// <summary>Lengths of columns that no Core type names.</summary>
internal static class TextLength
{
    public const int RunId = 24;
    public const int Sha256 = 64;
    public const int Person = 100;
    public const int Network = 50;
    public const int Engine = 200;
    public const int FailureCode = 64;
    public const int GateReasons = 4_000;
}
