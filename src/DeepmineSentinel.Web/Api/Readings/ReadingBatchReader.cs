using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>Reads <c>{"readings": [...]}</c> straight from its bytes: nothing is kept of a good reading but itself.</summary>
internal sealed class ReadingBatchReader(int stopeId, DateTime now)
{
    private const string Member = "readings";
    private static readonly JsonReaderOptions Format = new() { MaxDepth = JsonBody.Deepest };
    private readonly ReadingBatch batch = new();
    private bool given;

    /// <exception cref="RequestRefusedException">The body is no JSON object, or has too many readings.</exception>
    /// <exception cref="FieldsRejectedException">There is no list of readings, or something beside it.</exception>
    public ReadingBatch Read(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, Format);
        try
        {
            ReadBody(ref reader);
        }
        catch (JsonException problem)
        {
            throw JsonBody.Invalid(problem);
        }

        return batch.Rows > 0 ? batch : throw Wrong(Member, "must be a list of at least one reading");
    }

    private void ReadBody(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonBody.NotAnObject();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals(Member) || given)
            {
                string name = reader.GetString()!;
                throw Wrong(MemberName.Short(name), given ? "is given twice" : MemberName.Unknown(name, [Member]));
            }

            given = true;
            ReadRows(ref reader);
        }

        // What stands after the object is found by reading on.
        while (reader.Read()) { }
    }

    private void ReadRows(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong(Member, "must be a list of at least one reading");
        }

        ReadingReader rows = new(stopeId, now);
        for (int index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index == ReadingBatch.MostRows)
            {
                throw new RequestRefusedException(
                    StatusCodes.Status413PayloadTooLarge,
                    "too_many_readings",
                    $"A request may have at most {ReadingBatch.MostRows} readings; nothing of it was stored."
                );
            }

            if (rows.Read(ref reader) is { } reading)
            {
                batch.Take(index, reading);
            }
            else
            {
                batch.Refuse(index, rows.TakeProblems());
            }
        }
    }

    private static FieldsRejectedException Wrong(string member, string reason) =>
        new("invalid_readings", [new FieldProblem(member, reason)]);
}
