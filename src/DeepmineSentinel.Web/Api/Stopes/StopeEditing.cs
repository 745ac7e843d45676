using System.Collections.Immutable;
using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Stopes;

namespace DeepmineSentinel.Web.Api.Stopes;

/// <summary>Changes of a stope under the condition that it is still what the caller looked at.</summary>
internal sealed class StopeEditing(StopeQueries stopes, StopeService service)
{
    /// <summary>Saves an edit; needs <c>If-Match</c>.</summary>
    /// <param name="id">The stope.</param>
    /// <param name="request">Has the edit and the ETag that it was made from.</param>
    /// <param name="start">What the members that are not given are taken from.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="RequestRefusedException">The stope is another by now; the problem holds both versions.</exception>
    public async Task<IResult> SaveAsync(
        int id,
        HttpRequest request,
        Func<Stope, StopeEdit> start,
        CancellationToken cancellationToken
    )
    {
        using JsonDocument body = await JsonBody.ReadAsync(request, cancellationToken);
        (Stope stope, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        (StopeEdit edit, ImmutableArray<FieldProblem> problems) = StopeEdit.Read(start(stope), body.RootElement);
        if (edit.MineId is { } mineId && mineId != stope.MineId)
        {
            problems = problems.Add(new FieldProblem("mineId", "cannot be changed: a stope stays in its mine"));
        }

        ThrowIfAny(problems);
        StopeProperties properties = edit.Properties.ToProperties();
        SentStope sent = new(edit.Name!, properties);
        if (!EntityTags.IsMatch(request, EntityTags.OfRevision(stope.Revision)))
        {
            throw Stale((stope, mine), sent);
        }

        try
        {
            await service.EditAsync((id, stope.Revision), edit.Name!, properties, cancellationToken);
        }
        catch (SentinelException changed) when (changed.Code == StopeService.ChangedCode)
        {
            throw Stale(await stopes.GetAsync(id, cancellationToken), sent);
        }

        return await AnswerAsync(id, cancellationToken);
    }

    /// <summary>Archives or restores a stope; <c>If-Match</c> is heeded where it is given.</summary>
    /// <exception cref="RequestRefusedException">The stope is another by now.</exception>
    public async Task<IResult> MoveAsync(int id, HttpRequest request, bool archive, CancellationToken cancellationToken)
    {
        (Stope stope, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        if (!EntityTags.IsMatchIfGiven(request, EntityTags.OfRevision(stope.Revision)))
        {
            throw Stale((stope, mine), null);
        }

        (int, int?) seen = (id, request.Headers.IfMatch.Count == 0 ? null : stope.Revision);
        await (archive ? service.ArchiveAsync(seen, cancellationToken) : service.RestoreAsync(seen, cancellationToken));
        return await AnswerAsync(id, cancellationToken);
    }

    /// <exception cref="FieldsRejectedException">There is any.</exception>
    public static void ThrowIfAny(ImmutableArray<FieldProblem> problems)
    {
        if (problems.Length > 0)
        {
            throw new FieldsRejectedException("invalid_stope", problems);
        }
    }

    private async Task<IResult> AnswerAsync(int id, CancellationToken cancellationToken)
    {
        (Stope stope, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        return new TaggedDocument<StopeDocument>(StopeDocument.Of(stope, mine), EntityTags.OfRevision(stope.Revision));
    }

    private static RequestRefusedException Stale((Stope Stope, Mine Mine) now, SentStope? sent)
    {
        Dictionary<string, object?> members = new()
        {
            ["current"] = StopeDocument.Of(now.Stope, now.Mine),
            ["currentETag"] = EntityTags.OfRevision(now.Stope.Revision).ToString(),
        };
        if (sent is not null)
        {
            members["sent"] = sent;
        }

        return new RequestRefusedException(
            StatusCodes.Status412PreconditionFailed,
            StopeService.ChangedCode,
            "Somebody else changed this stope since. Compare what it is now with what you sent, and send again with "
                + "currentETag as If-Match."
        )
        {
            Members = members,
        };
    }
}
