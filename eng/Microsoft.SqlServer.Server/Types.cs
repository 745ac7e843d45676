namespace Microsoft.SqlServer.Server;

// SqlClient 6.1 names these types when it meets CLR user-defined types, which this product does not use.
// They exist so that the assembly binds; none of them does anything.
#pragma warning disable CA1008, CA1019, CA1027, CA1032, CA1711, CA1813 // The shapes are SqlClient's, not ours.

/// <summary>How a CLR user-defined type is serialised.</summary>
public enum Format
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>By the server.</summary>
    Native = 1,

    /// <summary>By the type itself.</summary>
    UserDefined = 2,
}

/// <summary>Whether a CLR routine reads user data.</summary>
public enum DataAccessKind
{
    /// <summary>No access.</summary>
    None = 0,

    /// <summary>Reads.</summary>
    Read = 1,
}

/// <summary>Whether a CLR routine reads system data.</summary>
public enum SystemDataAccessKind
{
    /// <summary>No access.</summary>
    None = 0,

    /// <summary>Reads.</summary>
    Read = 1,
}

/// <summary>A type that serialises itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    void Write(BinaryWriter w);
}

/// <summary>A user-defined type is not valid.</summary>
public sealed class InvalidUdtException : SystemException
{
    /// <summary>Creates the exception; type and reason are not kept.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason) => new();
}

/// <summary>Marks a CLR user-defined type.</summary>
/// <param name="format">How it is serialised.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How it is serialised.</summary>
    public Format Format => format;

    /// <summary>Largest size in bytes.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether every value has the same length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether bytes sort as values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>Name of the validating method.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>Name of the type.</summary>
    public string? Name { get; set; }
}
