using System.Reflection;
using TorchSharp;

namespace DeepmineSentinel.Torch.Tests.Surface;

public sealed class SurfaceTests
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_public_member_is_one_that_TorchSharp_has_too()
    {
        var surface = Read();
        var strangers = new List<string>();
        foreach (var type in typeof(torch).Assembly.GetExportedTypes())
        {
            var name = type.FullName!["TorchSharp.".Length..].Replace('+', '.');
            if (!surface.TryGetValue(name, out var members) && !IsGroup(name, surface))
            {
                strangers.Add(name);
            }

            strangers.AddRange(MembersOf(type).Where(m => members?.Contains(m) != true).Select(m => $"{name}.{m}"));
        }

        Assert.Empty(strangers);
    }

    /// <summary>A static class that only holds listed types, such as optim.</summary>
    private static bool IsGroup(string name, Dictionary<string, HashSet<string>> surface) =>
        surface.Keys.Any(key => key.StartsWith(name + ".", StringComparison.Ordinal));

    private static HashSet<string> MembersOf(Type type) =>
        [
            .. type.GetMembers(Own)
                .Where(m =>
                    m is not MethodBase { IsSpecialName: true } || m.Name.StartsWith("op_", StringComparison.Ordinal)
                )
                .Where(m => m.MemberType != MemberTypes.NestedType && m.Name != "value__")
                .Select(m => m.Name),
        ];

    private static Dictionary<string, HashSet<string>> Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Surface", "torchsharp-surface.txt");
        return File.ReadLines(path)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(": "))
            .ToDictionary(parts => parts[0], parts => parts[1].Split(' ').ToHashSet());
    }
}
