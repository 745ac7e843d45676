namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>A command line, and what is typed into it.</summary>
/// <param name="Arguments">As after the program's name.</param>
/// <param name="Input">Typed lines; null: no terminal.</param>
/// <param name="Error">Where problems go; null: kept.</param>
internal sealed record CommandStart(string[] Arguments, string? Input = null, TextWriter? Error = null);
