namespace DeepmineSentinel.Data.Csv;

/// <summary>Mine and stope name as the store compares them: without regard to case.</summary>
internal readonly record struct StopeKey(string Mine, string Name)
{
    public bool Equals(StopeKey other) =>
        string.Equals(Mine, other.Mine, StringComparison.OrdinalIgnoreCase)
        && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() =>
        HashCode.Combine(
            StringComparer.OrdinalIgnoreCase.GetHashCode(Mine),
            StringComparer.OrdinalIgnoreCase.GetHashCode(Name)
        );
}
