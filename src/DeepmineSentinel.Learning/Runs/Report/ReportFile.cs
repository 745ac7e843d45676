using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Artifacts.Cases;

namespace DeepmineSentinel.Learning.Runs.Report;

/// <summary>Makes the report of a finished run from its files, whatever the run answers.</summary>
public static class ReportFile
{
    /// <summary>Writes the report, UTF-8.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="open">Opens a file of the run by name; the stream is closed here.</param>
    /// <param name="hasDetails">Whether the run has <see cref="ArtifactFileNames.Details"/>.</param>
    /// <exception cref="SentinelException">A file is missing or is not what this version writes.</exception>
    public static void Write(Stream stream, Func<string, Stream> open, bool hasDetails)
    {
        if (RunHeader.Read(open).Purpose == ModelPurpose.CaseHistory)
        {
            using Stream metadata = open(ArtifactFileNames.Metadata);
            CaseReport.Write(
                stream,
                ReportFacts.ReadResult(open),
                ArtifactJson.Read<CaseMetadata>(metadata, ArtifactFileNames.Metadata)
            );
            return;
        }

        RunReport.Write(stream, ReportFacts.Read(open, hasDetails));
    }
}
