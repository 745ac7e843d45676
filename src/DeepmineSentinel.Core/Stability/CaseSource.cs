namespace DeepmineSentinel.Core.Stability;

/// <summary>Who collected a case, where a collection says no more than the place.</summary>
public static class CaseSource
{
    private const string Cannington = "Cannington";

    /// <summary>
    /// The source of a place: what stands before the dash in names such as <c>Mathews - Heath Steele</c>; Cannington for its
    /// stopes' numbers such as <c>3440-36</c>; else the place itself.
    /// </summary>
    public static string Of(string location)
    {
        ArgumentNullException.ThrowIfNull(location);
        string place = location.Trim();
        bool isNumber = place.Length > 0 && place.All(c => char.IsAsciiDigit(c) || c == '-');
        if (isNumber)
        {
            return Cannington;
        }

        int dash = place.IndexOf(" - ", StringComparison.Ordinal);
        return dash > 0 ? place[..dash].TrimEnd() : place;
    }
}
