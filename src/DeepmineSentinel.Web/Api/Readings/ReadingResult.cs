namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>What can become of a reading.</summary>
internal enum ReadingResult
{
    /// <summary>It was stored.</summary>
    Accepted,

    /// <summary>The stope had a reading of that moment already, or the request had one before it.</summary>
    Duplicate,

    /// <summary>It cannot be stored.</summary>
    Refused,
}
