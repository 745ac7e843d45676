namespace DeepmineSentinel.Core.Stability;

/// <summary>What collections call the surfaces of a stope.</summary>
public static class SurfaceNames
{
    /// <summary>The kind of surface that free text such as <c>H/W</c>, <c>BACK</c> or <c>North (Upper)</c> names.</summary>
    public static SurfaceKind KindOf(string? text)
    {
        string word = new([.. (text ?? "").Split('(')[0].Where(char.IsLetter).Select(char.ToUpperInvariant)]);
        return word switch
        {
            "BACK" or "CROWN" or "ROOF" => SurfaceKind.Back,
            "HW" or "HANGINGWALL" or "HANGWALL" => SurfaceKind.Hangingwall,
            "FW" or "FOOTWALL" => SurfaceKind.Footwall,
            "WALL" or "SIDEWALL" or "ENDWALL" or "END" or "NORTH" or "SOUTH" or "EAST" or "WEST" => SurfaceKind.Wall,
            _ => SurfaceKind.Unknown,
        };
    }
}
