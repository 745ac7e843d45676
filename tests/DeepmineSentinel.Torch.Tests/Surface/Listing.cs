namespace DeepmineSentinel.Torch.Tests.Surface;

/// <summary>The members of TorchSharp that torchsharp-surface.md lists, by type, as the file writes them.</summary>
internal sealed class Listing
{
    private readonly Dictionary<string, HashSet<string>> types;

    private Listing(Dictionary<string, HashSet<string>> types)
    {
        this.types = types;
    }

    public IEnumerable<(string Type, string Member)> Members =>
        types.SelectMany(type => type.Value.Select(member => (type.Key, member)));

    /// <summary>All members, or only those up to the heading "Added members".</summary>
    public static Listing Read(bool added = true)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Surface", "torchsharp-surface.md");
        var types = new Dictionary<string, HashSet<string>>();
        HashSet<string>? members = null;
        var listed = false;
        foreach (var line in File.ReadLines(path).TakeWhile(line => added || line != "# Added members"))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                var name = line[3..].Split(" : ")[0];
                members = types.TryGetValue(name, out var before) ? before : types[name] = [];
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                listed = !listed;
            }
            else if (listed)
            {
                members!.Add(line);
            }
        }

        return new Listing(types);
    }

    /// <summary>Whether the type is listed, or is a static class that only holds listed ones.</summary>
    public bool Has(string type) =>
        types.ContainsKey(type) || types.Keys.Any(key => key.StartsWith(type + ".", StringComparison.Ordinal));

    /// <summary>Whether the type has the member; a property may be listed with a setter that the member lacks.</summary>
    public bool Has(string type, string member) =>
        types.TryGetValue(type, out var members)
        && (
            members.Contains(member)
            || members.Contains(member.Replace("{ get; }", "{ get; set; }", StringComparison.Ordinal))
        );
}
