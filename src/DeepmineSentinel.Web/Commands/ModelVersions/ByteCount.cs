using System.Globalization;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>A count of bytes for people.</summary>
internal static class ByteCount
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    /// <summary>For example <c>1.5 MB</c>; a megabyte has 1,000,000 bytes.</summary>
    public static string Text(long bytes)
    {
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < Units.Length - 1)
        {
            size /= 1_000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(unit == 0 ? $"{bytes}" : $"{size:0.0}")} {Units[unit]}");
    }
}
