using System.Text;
using System.Text.Json;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>Reads one reading after the other, by the ranges and the rule of moments that imports go by.</summary>
internal sealed class ReadingReader(int stopeId, DateTime now)
{
    private readonly double?[] values = new double?[ReadingQuantities.All.Count];
    private List<ReadingProblem>? problems;
    private DateTime? moment;
    private int seen;

    /// <summary>The reading that the reader stands at; null: it is refused, and <see cref="TakeProblems"/> says why.</summary>
    public Reading? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            Refuse("", "must be an object");
            return null;
        }

        Array.Clear(values);
        (moment, seen) = (null, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader);
        }

        if ((seen & (1 << ReadingMembers.Moment)) == 0)
        {
            Refuse(ReadingMembers.Names[ReadingMembers.Moment], "must be given");
        }

        return problems is null ? Built() : null;
    }

    /// <summary>What is wrong with the last reading; forgotten here.</summary>
    public IReadOnlyList<ReadingProblem> TakeProblems()
    {
        List<ReadingProblem> taken = problems ?? [];
        problems = null;
        return taken;
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        int place = ReadingMembers.PlaceOf(ref reader);
        if (place < 0)
        {
            string name = reader.GetString()!;
            Refuse(MemberName.Short(name), MemberName.Unknown(name, ReadingMembers.Names));
        }
        else if ((seen & (1 << place)) != 0)
        {
            Refuse(ReadingMembers.Names[place], "is given twice");
            place = -1;
        }

        seen |= place < 0 ? 0 : 1 << place;
        reader.Read();
        switch (place)
        {
            case < 0:
                reader.Skip();
                break;
            case ReadingMembers.Moment:
                ReadMoment(ref reader);
                break;
            default:
                ReadValue(ref reader, place);
                break;
        }
    }

    private void ReadMoment(ref Utf8JsonReader reader)
    {
        bool isText = reader.TokenType == JsonTokenType.String;
        ReadOnlySpan<byte> text =
            !isText ? []
            : reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!)
            : reader.ValueSpan;
        if (WrittenMoment.Read(text, now, out DateTime utc) is { } reason)
        {
            Refuse(ReadingMembers.Names[ReadingMembers.Moment], reason);
            reader.Skip();
            return;
        }

        moment = utc;
    }

    private void ReadValue(ref Utf8JsonReader reader, int place)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        QuantityRange range = ReadingMembers.RangeOf(place);
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out double value))
        {
            Refuse(ReadingMembers.Names[place], "must be a number, or null where missing");
            reader.Skip();
        }
        else if (!range.Contains(value))
        {
            Refuse(ReadingMembers.Names[place], range.Allowed);
        }
        else
        {
            values[place - ReadingMembers.FirstChannel] = value;
        }
    }

    private Reading Built() =>
        new()
        {
            StopeId = stopeId,
            Timestamp = moment!.Value,
            VibrationVelocityMmPerSecond = values[0],
            DeformationRateMmPerDay = values[1],
            StressMegapascals = values[2],
            TemperatureCelsius = values[3],
            HumidityPercent = values[4],
        };

    private void Refuse(string column, string reason) => (problems ??= []).Add(new ReadingProblem(column, reason));
}
