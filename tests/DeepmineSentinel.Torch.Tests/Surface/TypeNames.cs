namespace DeepmineSentinel.Torch.Tests.Surface;

/// <summary>Names of types as the listing writes them: C#'s words, short names, tuples and question marks.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(Type type)
    {
        if (Words.TryGetValue(type, out var word))
        {
            return word;
        }

        if (type.IsByRef)
        {
            return $"ref {Of(type.GetElementType()!)}";
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[]";
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var parts = type.GetGenericArguments().Select(Of).ToArray();
        return Nullable.GetUnderlyingType(type) is not null ? $"{parts[0]}?"
            : type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true
            || type.GetGenericTypeDefinition().FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
                ? $"({string.Join(", ", parts)})"
            : $"{type.Name.Split('`')[0]}<{string.Join(", ", parts)}>";
    }

    /// <summary>The type's name under the namespace TorchSharp, nested types behind a dot.</summary>
    public static string Path(Type type) => (type.FullName ?? type.Name)["TorchSharp.".Length..].Replace('+', '.');
}
