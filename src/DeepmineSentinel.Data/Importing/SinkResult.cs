namespace DeepmineSentinel.Data.Importing;

/// <summary>What became of a reading.</summary>
internal enum SinkResult
{
    Added,
    Updated,

    /// <summary>Refused: another import or a person brought it before.</summary>
    Known,

    /// <summary>Refused: the same file brought it before.</summary>
    Twice,
}
