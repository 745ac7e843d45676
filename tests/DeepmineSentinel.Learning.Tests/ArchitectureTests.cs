using System.Reflection;
using System.Reflection.Emit;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Tests;

/// <summary>Inside Learning a folder uses only folders to its left (docs/decisions/030).</summary>
public sealed class ArchitectureTests
{
    private const string Prefix = "DeepmineSentinel.Learning.";

    private static readonly OpCode[] ShortOperations = Operations(1);
    private static readonly OpCode[] LongOperations = Operations(2);

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
    public void The_scan_sees_calls_inside_bodies() =>
        Assert.Contains(typeof(Learning.Training.TrainingLoop), UsedBy(typeof(Learning.Runs.TrainingPipeline)));

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

    // Static calls leave no trace but the tokens in the body.
    private static IEnumerable<Type> Called(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int at = 0; at < code.Length; )
        {
            OpCode operation = code[at] == 0xFE ? LongOperations[code[at + 1]] : ShortOperations[code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType)
            {
                if (Resolve(method, BitConverter.ToInt32(code, at)) is { } used)
                {
                    yield return used;
                }
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static OpCode[] Operations(int size)
    {
        OpCode[] operations = new OpCode[256];
        foreach (FieldInfo field in typeof(OpCodes).GetFields())
        {
            if (field.GetValue(null) is OpCode operation && operation.Size == size)
            {
                operations[operation.Value & 0xFF] = operation;
            }
        }

        return operations;
    }

    private static Type? Resolve(MethodBase method, int token)
    {
        Type[] ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        MemberInfo? member = method.Module.ResolveMember(token, method.DeclaringType!.GetGenericArguments(), ofMethod);
        return member as Type ?? member?.DeclaringType;
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        Type bare = type.HasElementType ? type.GetElementType()! : type;
        return bare.IsGenericType ? [bare, .. bare.GetGenericArguments().SelectMany(Parts)] : [bare];
    }
}
