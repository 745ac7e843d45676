using System.Reflection;
using DeepmineSentinel.Torch.Tests.Surface;
using TorchSharp;

namespace DeepmineSentinel.Learning.Tests.Surface;

/// <summary>What is built against the tensor engine uses only what TorchSharp has too, so that either can take the other's place.</summary>
public sealed class EngineUseTests
{
    public static TheoryData<string> Assemblies => ["DeepmineSentinel.Learning", "DeepmineSentinel.Learning.Tests"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_member_of_the_engine_that_is_used_is_one_that_TorchSharp_has_too(string name)
    {
        SkipWithPackage();
        var listing = Listing.Read();
        var used = EngineUse.MembersOf(Assembly.Load(name)).ToList();
        Assert.NotEmpty(used);
        var strangers = used.Select(member => (Type: TypeNames.Path(member.DeclaringType!), Line: Signature.Of(member)))
            .Where(member => !listing.Has(member.Type, member.Line))
            .Select(member => $"{member.Type} | {member.Line}");
        Assert.Empty(strangers);
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_type_of_the_engine_that_is_used_is_one_that_TorchSharp_has_too(string name)
    {
        SkipWithPackage();
        var listing = Listing.Read();
        var used = EngineUse.TypesOf(Assembly.Load(name)).ToList();
        Assert.Contains(used, type => TypeNames.Path(type) == "torch.Tensor");
        Assert.DoesNotContain(used.Select(TypeNames.Path), type => !listing.Has(type));
    }

    [Fact]
    public void The_learning_librarys_own_members_are_found_among_those_used()
    {
        var used = EngineUse.MembersOf(Assembly.Load("DeepmineSentinel.Learning")).Select(Signature.Of).ToList();
        Assert.Contains("void backward()", used);
        Assert.Contains("protected void RegisterComponents()", used);
    }

    private static void SkipWithPackage() =>
        Assert.SkipWhen(typeof(torch).Assembly.GetName().Name == "TorchSharp", "The compiler has checked it.");
}
