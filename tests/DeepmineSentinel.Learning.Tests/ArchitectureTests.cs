using System.Reflection;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Tests;

/// <summary>Inside Learning a folder uses only folders to its left (docs/decisions/030).</summary>
public sealed class ArchitectureTests
{
    private const string Prefix = "DeepmineSentinel.Learning.";

    private static readonly string[] Order =
    [
        "Datasets",
        "Features",
        "Metrics",
        "Networks",
        "Training",
        "Baselines",
        "Evaluation",
        "Search",
        "Artifacts",
        "Inference",
        "Runs",
    ];

    [Fact]
    public void A_folder_uses_only_folders_to_its_left()
    {
        string[] wrong =
        [
            .. typeof(DualBranchNetwork)
                .Assembly.GetTypes()
                .SelectMany(type => UsedBy(type).Select(used => (From: FolderOf(type), To: FolderOf(used), type, used)))
                .Where(pair => pair.From >= 0 && pair.To > pair.From)
                .Select(pair => $"{pair.type.FullName} uses {pair.used.FullName}")
                .Distinct(),
        ];
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_is_in_the_order()
    {
        string[] unknown =
        [
            .. typeof(DualBranchNetwork)
                .Assembly.GetTypes()
                .Where(type =>
                    type.Namespace?.StartsWith(Prefix, StringComparison.Ordinal) == true && FolderOf(type) < 0
                )
                .Select(type => type.FullName!),
        ];
        Assert.Empty(unknown);
    }

    [Fact]
    public void Learning_knows_neither_storage_nor_the_site() =>
        Assert.DoesNotContain(
            typeof(DualBranchNetwork).Assembly.GetReferencedAssemblies(),
            name =>
                name.Name is "DeepmineSentinel.Data" or "DeepmineSentinel.Web" or "CsvHelper"
                || name.Name!.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        );

    private static int FolderOf(Type type)
    {
        string name = type.Namespace ?? "";
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            ? Array.IndexOf(Order, name[Prefix.Length..].Split('.')[0])
            : -1;
    }

    private static IEnumerable<Type> UsedBy(Type type)
    {
        const BindingFlags All =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        IEnumerable<Type> members =
        [
            .. type.GetInterfaces(),
            .. type.GetFields(All).Select(field => field.FieldType),
            .. type.GetMethods(All).SelectMany(Signature),
            .. type.GetConstructors(All).SelectMany(Signature),
        ];
        return members.SelectMany(Parts);
    }

    private static IEnumerable<Type> Signature(MethodBase method)
    {
        IEnumerable<Type> parameters = method.GetParameters().Select(parameter => parameter.ParameterType);
        IEnumerable<Type> locals = method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [];
        Type[] result = method is MethodInfo info ? [info.ReturnType] : [];
        return [.. parameters, .. locals, .. result, .. Called(method)];
    }

    // Every token in the body that names a method, field or type: static calls leave no other trace.
    private static IEnumerable<Type> Called(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + 4 < code.Length; i++)
        {
            int table = code[i + 4];
            if (
                table is 0x06 or 0x0A or 0x2B or 0x01 or 0x02 or 0x04
                && Resolve(method, BitConverter.ToInt32(code, i + 1)) is { } used
            )
            {
                yield return used;
            }
        }
    }

    private static Type? Resolve(MethodBase method, int token)
    {
        try
        {
            Type[] types = method.DeclaringType!.GetGenericArguments();
            MemberInfo? member = method.Module.ResolveMember(token, types, null);
            return member as Type ?? member?.DeclaringType;
        }
        catch (Exception problem) when (problem is ArgumentException or BadImageFormatException or TypeLoadException)
        {
            // Bytes that only look like a token.
            return null;
        }
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        Type bare = type.HasElementType ? type.GetElementType()! : type;
        return bare.IsGenericType ? [bare, .. bare.GetGenericArguments().SelectMany(Parts)] : [bare];
    }
}
