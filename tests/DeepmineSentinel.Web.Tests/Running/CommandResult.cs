using System.Text.Json;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>What a command left behind.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>The one JSON document on stdout.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
