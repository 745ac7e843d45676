using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Api;

/// <summary>Reads the members of a JSON object into a record, one by one, and names every one that it cannot use.</summary>
/// <param name="known">What is taken, by name.</param>
internal sealed class FieldReader<TRecord>(IReadOnlyDictionary<string, JsonField<TRecord>> known)
    where TRecord : class
{
    /// <summary>Names of the members that are taken.</summary>
    public IEnumerable<string> Names => known.Keys;

    /// <summary>The record with what could be read, and everything that could not.</summary>
    public (TRecord Read, List<FieldProblem> Problems) Read(TRecord start, JsonElement members)
    {
        List<FieldProblem> problems = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        TRecord record = start;
        foreach (JsonProperty member in members.EnumerateObject())
        {
            if (!seen.Add(member.Name))
            {
                problems.Add(new FieldProblem(Short(member.Name), "is given twice"));
            }
            else if (!known.TryGetValue(member.Name, out JsonField<TRecord>? field))
            {
                problems.Add(new FieldProblem(Short(member.Name), Unknown(member.Name)));
            }
            else if (field.Take(record, member.Value) is { } taken)
            {
                record = taken;
            }
            else
            {
                problems.Add(new FieldProblem(member.Name, field.Expected));
            }
        }

        return (record, problems);
    }

    private string Unknown(string name) =>
        NearestWord.Of(name, known.Keys) is { } near ? $"is not known; did you mean {near}?" : "is not known";

    // Names are the caller's: a long one is not handed back whole.
    private static string Short(string name) => name.Length <= 60 ? name : name[..60] + "\u2026";
}
