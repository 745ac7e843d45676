using System.Reflection;
using TorchSharp;

namespace DeepmineSentinel.Torch.Tests.Surface;

/// <summary>The engine's public members against those of TorchSharp, with every type, name, order and default.</summary>
public sealed class SurfaceTests
{
    private static readonly Type[] Types = typeof(torch).Assembly.GetExportedTypes();

    [Fact]
    public void Every_public_member_is_one_that_TorchSharp_has_too()
    {
        var listing = Listing.Read();
        var strangers =
            from type in Types
            let name = TypeNames.Path(type)
            from line in Signature.Of(type)
            where !listing.Has(name, line)
            select $"{name} | {line}";
        Assert.Empty(strangers);
        Assert.DoesNotContain(Types.Select(TypeNames.Path), name => !listing.Has(name));
    }

    [Fact]
    public void Every_member_that_is_known_to_be_in_both_versions_is_here()
    {
        var own = Types.ToDictionary(TypeNames.Path, AllOf);
        var missing = Listing
            .Read(added: false)
            .Members.Where(m => !own.TryGetValue(m.Type, out var lines) || !lines.Contains(m.Member))
            .Select(m => $"{m.Type} | {m.Member}");
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("Tensor dot(Tensor other)")]
    [InlineData("Tensor add(Tensor other)")]
    [InlineData("Tensor softmax(int dim, ScalarType? dtype = null)")]
    [InlineData("long dim { get; }")]
    public void A_member_that_differs_in_a_name_a_type_or_a_default_is_not_listed(string member) =>
        Assert.False(Listing.Read().Has("torch.Tensor", member));

    [Fact]
    public void A_property_may_lack_a_setter_but_not_have_one_more()
    {
        Assert.True(Listing.Read().Has("torch.Tensor", "bool requires_grad { get; }"));
        Assert.False(Listing.Read().Has("torch.Tensor", "bool IsInvalid { get; set; }"));
    }

    /// <summary>Own members and those of the bases, overrides included, as a listing may name either.</summary>
    private static HashSet<string> AllOf(Type type)
    {
        const BindingFlags All =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;
        return [.. Signature.Of(type), .. type.GetMembers(All).Where(m => m is not Type).Select(Signature.Of)];
    }
}
