using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>What the metadata of every run have in common, whatever it answers: read first, to know how to read the rest.</summary>
public sealed record RunHeader
{
    /// <summary>Version of the files' format.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>Names the run.</summary>
    public required string RunId { get; init; }

    /// <summary>What it answers.</summary>
    public required ModelPurpose Purpose { get; init; }

    /// <summary>Reads it.</summary>
    /// <param name="open">Opens a file of the artifact by its name.</param>
    /// <exception cref="SentinelException"><c>artifact_damaged</c>: the metadata cannot be read.</exception>
    public static RunHeader Read(Func<string, Stream> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        using Stream stream = open(ArtifactFileNames.Metadata);
        return ArtifactJson.Read<RunHeader>(stream, ArtifactFileNames.Metadata);
    }

    /// <summary>Refuses a run that answers something else.</summary>
    /// <exception cref="SentinelException"><c>other_purpose</c>.</exception>
    public void Require(ModelPurpose purpose)
    {
        if (Purpose != purpose)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "other_purpose",
                $"Run {RunId} answers for {Words(Purpose)}, not for {Words(purpose)}."
            );
        }
    }

    private static string Words(ModelPurpose purpose) =>
        purpose == ModelPurpose.CaseHistory ? "case histories" : "stopes with readings";
}
