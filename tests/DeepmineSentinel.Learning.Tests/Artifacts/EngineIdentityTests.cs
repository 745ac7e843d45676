using System.Reflection;
using System.Reflection.Emit;
using DeepmineSentinel.Learning.Artifacts;
using TorchSharp;

namespace DeepmineSentinel.Learning.Tests.Artifacts;

public sealed class EngineIdentityTests
{
    [Fact]
    public void The_engine_is_named_with_its_version_and_vector_width()
    {
        var engine = EngineIdentity.Current;
        Assert.Equal(typeof(torch).Assembly.GetName().Name, engine.Name);
        Assert.True(Version.TryParse(engine.Version, out _));
        Assert.Contains(engine.VectorWidth, (int[])[1, 4, 8, 16]);
        Assert.Equal($"{engine.Name} {engine.Version}, {engine.VectorWidth} floats wide", engine.ToString());
    }

    [Fact]
    public void The_width_is_the_one_that_the_managed_engine_computes_with()
    {
        var width = typeof(torch).Assembly.GetType("TorchSharp.Kernels.Width");
        Assert.SkipWhen(width is null, "The TorchSharp package chooses its own.");
        var bits = (int)width.GetField("Bits")!.GetValue(null)!;
        Assert.Equal(bits / 32, EngineIdentity.Current.VectorWidth);
    }

    [Fact]
    public void The_packages_version_is_named_where_it_takes_the_engines_place()
    {
        var name = new AssemblyName("TorchSharp") { Version = new Version(0, 106, 0, 0) };
        var package = AssemblyBuilder.DefineDynamicAssembly(name, AssemblyBuilderAccess.Run);
        var engine = EngineIdentity.Of(package);
        Assert.Equal(("TorchSharp", "0.106.0.0"), (engine.Name, engine.Version));
    }
}
