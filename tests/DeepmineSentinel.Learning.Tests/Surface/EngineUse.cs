using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using TorchSharp;

namespace DeepmineSentinel.Learning.Tests.Surface;

/// <summary>What an assembly refers to in the tensor engine, read from its metadata.</summary>
internal static class EngineUse
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>Stands for the type parameters of generic types where a reference names them.</summary>
    private static readonly Type[] Any = [typeof(object), typeof(object), typeof(object), typeof(object)];

    /// <summary>The types that it names, without type arguments.</summary>
    public static IEnumerable<Type> TypesOf(Assembly assembly) =>
        Tokens(assembly, reader => reader.TypeReferences.Select(handle => (EntityHandle)handle))
            .Select(token => assembly.ManifestModule.ResolveType(token))
            .Where(IsEngine);

    /// <summary>The members that it names, as their generic definitions; a property where an accessor is named.</summary>
    public static IEnumerable<MemberInfo> MembersOf(Assembly assembly) =>
        Tokens(assembly, ForeignMembers)
            .Select(token => assembly.ManifestModule.ResolveMember(token, Any, Any)!)
            .Where(member => member.DeclaringType is { } type && IsEngine(type))
            .Select(Definition);

    private static List<int> Tokens(Assembly assembly, Func<MetadataReader, IEnumerable<EntityHandle>> handles)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return [.. handles(file.GetMetadataReader()).Select(MetadataTokens.GetToken)];
    }

    private static IEnumerable<EntityHandle> ForeignMembers(MetadataReader reader) =>
        reader
            .MemberReferences.Where(handle => !IsOfOwnGeneric(reader, reader.GetMemberReference(handle).Parent))
            .Select(handle => (EntityHandle)handle);

    // A reference into the assembly's own generic type: its constraints need not hold for what stands for the parameters.
    private static bool IsOfOwnGeneric(MetadataReader reader, EntityHandle parent)
    {
        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return false;
        }

        var blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return false;
        }

        blob.ReadCompressedInteger(); // class or value type
        return blob.ReadTypeHandle().Kind == HandleKind.TypeDefinition;
    }

    private static bool IsEngine(Type type) => type.Assembly == typeof(torch).Assembly;

    private static MemberInfo Definition(MemberInfo member)
    {
        var open = member.Module.ResolveMember(member.MetadataToken)!;
        if (open is not MethodInfo method)
        {
            return open;
        }

        var first = method.GetBaseDefinition();
        return first.IsSpecialName && !first.Name.StartsWith("op_", StringComparison.Ordinal)
            ? first.DeclaringType!.GetProperties(All).Single(p => p.GetMethod == first || p.SetMethod == first)
            : first;
    }
}
