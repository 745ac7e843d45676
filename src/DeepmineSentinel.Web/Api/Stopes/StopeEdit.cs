using System.Collections.Immutable;
using System.Text.Json;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Stopes;

namespace DeepmineSentinel.Web.Api.Stopes;

/// <summary>What a request wants a stope to be.</summary>
internal sealed record StopeEdit
{
    /// <summary>Null: not given.</summary>
    public int? MineId { get; init; }

    public string? Name { get; init; }

    public StopeDraft Properties { get; init; } = new();

    /// <summary>Properties as they were sent; null: none.</summary>
    private JsonElement? Sent { get; init; }

    public static FieldReader<StopeEdit> Fields { get; } =
        new(
            new Dictionary<string, JsonField<StopeEdit>>
            {
                ["mineId"] = JsonField<StopeEdit>.Whole((edit, id) => edit with { MineId = id }),
                ["name"] = JsonField<StopeEdit>.Text((edit, name) => edit with { Name = name }),
                ["properties"] = JsonField<StopeEdit>.Inside(
                    StopeFields.Reader.Shape,
                    (edit, value) => edit with { Sent = value }
                ),
            }
        );

    /// <summary>What a new stope must have.</summary>
    public static JsonObjectShape Whole { get; } = Fields.Shape with { Required = ["mineId", "name", "properties"] };

    /// <summary>The stope as it is, to be changed in part.</summary>
    public static StopeEdit Of(Stope stope) =>
        new()
        {
            MineId = stope.MineId,
            Name = stope.Name,
            Properties = StopeDraft.Of(stope.Properties),
        };

    /// <summary>Reads what is given over what is there already, and names everything that does not fit.</summary>
    /// <param name="start">Empty for a whole stope.</param>
    /// <param name="body">The request's object.</param>
    public static (StopeEdit Edit, ImmutableArray<FieldProblem> Problems) Read(StopeEdit start, JsonElement body)
    {
        (StopeEdit edit, List<FieldProblem> problems) = Fields.Read(start, body);
        StopeDraft draft = edit.Properties;
        if (edit.Sent is { } sent)
        {
            (draft, List<FieldProblem> inside) = StopeFields.Reader.Read(draft, sent);
            problems.AddRange(inside.Select(Inside));
        }

        if (NameRules.Problem(edit.Name, Stope.NameLength) is { } reason && problems.All(one => one.Field != "name"))
        {
            problems.Add(new FieldProblem("name", reason));
        }

        HashSet<string> known = [.. problems.Select(problem => problem.Field)];
        problems.AddRange(StopeFields.Problems(draft).Select(Inside).Where(problem => !known.Contains(problem.Field)));
        return (edit with { Properties = draft, Sent = null }, [.. problems]);
    }

    private static FieldProblem Inside(FieldProblem problem) => problem with { Field = $"properties.{problem.Field}" };
}
