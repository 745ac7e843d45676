using System.Globalization;
using System.Reflection;

namespace DeepmineSentinel.Torch.Tests.Surface;

/// <summary>Writes public members of an assembly the way the listing does, one line each.</summary>
internal static class Signature
{
    private const BindingFlags Own =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>
    /// Everything that a user of the type can name. Members of its bases and overrides of them are left out: they are called
    /// by the base's names.
    /// </summary>
    public static IEnumerable<string> Of(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt32(Enum.Parse(type, name), null)}");
        }

        return type.GetMembers(Own)
            .Where(m => m is not Type && IsVisible(m) && !IsAccessor(m) && !IsOverride(m))
            .Select(Of);
    }

    /// <summary>One member as a line of the listing.</summary>
    public static string Of(MemberInfo member) =>
        member switch
        {
            ConstructorInfo constructor => $"{Reach(constructor)}ctor({Parameters(constructor)})",
            MethodInfo method =>
                $"{Reach(method)}{TypeNames.Of(method.ReturnType)} {Name(method)}({Parameters(method)})",
            PropertyInfo property => Of(property),
            FieldInfo field => Of(field),
            _ => throw new ArgumentException($"No way to write {member}."),
        };

    private static string Of(PropertyInfo property)
    {
        var accessor = property.GetMethod ?? property.SetMethod!;
        var index = string.Join(", ", property.GetIndexParameters().Select(Of));
        var name = index.Length > 0 ? $"{property.Name}[{index}]" : property.Name;
        var get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : "";
        var set = property.SetMethod is { } setter && IsVisible(setter) ? "set; " : "";
        return $"{Reach(accessor)}{TypeNames.Of(property.PropertyType)} {name} {{ {get}{set}}}";
    }

    /// <summary>A field is written as the property that a user could not tell it from.</summary>
    private static string Of(FieldInfo field)
    {
        var kind = field.IsStatic ? "static " : "";
        var set = field.IsLiteral || field.IsInitOnly ? "" : "set; ";
        return $"{kind}{TypeNames.Of(field.FieldType)} {field.Name} {{ get; {set}}}";
    }

    private static string Of(ParameterInfo parameter)
    {
        var many = parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {Default(parameter.RawDefaultValue)}" : "";
        return $"{many}{TypeNames.Of(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Of));

    private static string Default(object? value) =>
        value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            string text => $"\"{text}\"",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };

    private static string Name(MethodInfo method)
    {
        var own = method.Name[(method.Name.LastIndexOf('.') + 1)..];
        return method.IsGenericMethod
            ? $"{own}<{string.Join(", ", method.GetGenericArguments().Select(TypeNames.Of))}>"
            : own;
    }

    private static string Reach(MethodBase method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "");

    private static bool IsVisible(MemberInfo member) =>
        member switch
        {
            MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
            FieldInfo field => field.IsPublic || field.IsFamily,
            _ => false,
        };

    private static bool IsOverride(MemberInfo member) =>
        member is MethodInfo method && method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static bool IsAccessor(MemberInfo member) =>
        member is MethodInfo { IsSpecialName: true } && !member.Name.StartsWith("op_", StringComparison.Ordinal);
}
