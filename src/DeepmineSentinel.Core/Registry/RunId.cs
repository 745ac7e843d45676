using System.Globalization;
using System.Text.RegularExpressions;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Core.Registry;

/// <summary>Names a training run and its folder: UTC moment and eight random hex digits. Checked before any path is built.</summary>
public readonly partial record struct RunId
{
    private readonly string? text;

    private RunId(string text) => this.text = text;

    /// <summary>The id as text, for example <c>20260131_235959_0a1b2c3d</c>.</summary>
    public string Value => text ?? throw new InvalidOperationException("An empty run id was used.");

    /// <summary>Makes an id.</summary>
    /// <param name="startedAt">Start of the run, UTC.</param>
    /// <param name="random">Random bits, so that two runs of one second differ.</param>
    public static RunId Create(DateTime startedAt, uint random) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{startedAt:yyyyMMdd_HHmmss}_{random:x8}"));

    /// <summary>Reads an id.</summary>
    /// <returns>Whether the text is an id, to the letter.</returns>
    public static bool TryParse(string? text, out RunId id)
    {
        bool valid = text is { Length: 24 } && Pattern().IsMatch(text);
        id = valid ? new RunId(text!) : default;
        return valid;
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="SentinelException">The text is not an id.</exception>
    public static RunId Parse(string? text) =>
        TryParse(text, out RunId id)
            ? id
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_run_id",
                "A run id looks like 20260131_235959_0a1b2c3d: date, time and eight hex digits."
            );

    /// <inheritdoc/>
    public override string ToString() => text ?? "";

    [GeneratedRegex("^[0-9]{8}_[0-9]{6}_[0-9a-f]{8}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
