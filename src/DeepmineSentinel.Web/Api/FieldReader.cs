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

    /// <summary>Members that must be there.</summary>
    public IReadOnlyCollection<string> Required { get; init; } = [];

    /// <summary>The members for the description of the API.</summary>
    public JsonObjectShape Shape => new(known.ToDictionary(one => one.Key, one => one.Value.Shape), Required);

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
                problems.Add(new FieldProblem(MemberName.Short(member.Name), "is given twice"));
            }
            else if (!known.TryGetValue(member.Name, out JsonField<TRecord>? field))
            {
                problems.Add(
                    new FieldProblem(MemberName.Short(member.Name), MemberName.Unknown(member.Name, known.Keys))
                );
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

        problems.AddRange(
            Required.Where(name => !seen.Contains(name)).Select(name => new FieldProblem(name, "must be given"))
        );
        return (record, problems);
    }

    /// <summary>Reads the body of a request that has nothing else to be checked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="start">What the members are read into.</param>
    /// <param name="code">Code of the problem.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FieldsRejectedException">A member is unknown, missing or of another kind.</exception>
    public async Task<TRecord> ReadAsync(
        HttpRequest request,
        TRecord start,
        string code,
        CancellationToken cancellationToken
    )
    {
        using JsonDocument body = await JsonBody.ReadAsync(request, cancellationToken);
        (TRecord record, List<FieldProblem> problems) = Read(start, body.RootElement);
        return problems.Count == 0 ? record : throw new FieldsRejectedException(code, problems);
    }
}
