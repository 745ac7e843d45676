using System.Globalization;
using System.Text;

namespace DeepmineSentinel.Data.Csv;

/// <summary>A moment as a file writes it, before its zone is known.</summary>
/// <param name="Local">Date and time as written, without a zone.</param>
/// <param name="Offset">Offset from UTC as written; null: none was written.</param>
/// <param name="HasTime">Whether a time of day was written.</param>
internal readonly record struct TimeText(DateTime Local, TimeSpan? Offset, bool HasTime)
{
    private const int DateLength = 10;

    private static readonly string[] OtherForms =
    [
        "yyyy/MM/dd",
        "yyyy/MM/dd HH:mm",
        "yyyy/MM/dd HH:mm:ss",
        "dd.MM.yyyy",
        "dd.MM.yyyy HH:mm",
        "dd.MM.yyyy HH:mm:ss",
        "d-MMM-yyyy",
        "d-MMM-yyyy HH:mm",
        "d-MMM-yyyy HH:mm:ss",
        "d MMM yyyy",
        "d MMM yyyy HH:mm",
        "d MMM yyyy HH:mm:ss",
    ];

    /// <summary>Reads the forms that mean one moment only: ISO 8601 first, then dotted and named months.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeText time) =>
        TryParseIso(text, out time) || TryParseOther(text, out time);

    private static bool TryParseIso(ReadOnlySpan<byte> text, out TimeText time)
    {
        time = default;
        if (text.Length < DateLength || text[4] != '-' || text[7] != '-' || !TryDate(text, out DateTime date))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[DateLength..];
        if (rest.IsEmpty)
        {
            time = new TimeText(date, null, HasTime: false);
            return true;
        }

        if (rest[0] is not ((byte)'T' or (byte)' ' or (byte)'t') || !TryOffset(ref rest, out TimeSpan? offset))
        {
            return false;
        }

        bool valid = TryTimeOfDay(rest[1..], out TimeSpan timeOfDay);
        time = new TimeText(date + timeOfDay, offset, HasTime: true);
        return valid;
    }

    private static bool TryDate(ReadOnlySpan<byte> text, out DateTime date)
    {
        date = default;
        if (!TryDigits(text[..4], out int year) || !TryDigits(text[5..7], out int month))
        {
            return false;
        }

        bool valid =
            TryDigits(text[8..10], out int day)
            && year >= 1
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month);
        date = valid ? new DateTime(year, month, day) : default;
        return valid;
    }

    // "HH:mm", "HH:mm:ss" or "HH:mm:ss.fffffff"
    private static bool TryTimeOfDay(ReadOnlySpan<byte> text, out TimeSpan time)
    {
        time = default;
        if (text.Length is < 5 or 6 or 7 || text[2] != ':' || !TryDigits(text[..2], out int hour))
        {
            return false;
        }

        if (!TryDigits(text[3..5], out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        int second = 0;
        if (text.Length > 5 && (text[5] != ':' || !TryDigits(text[6..8], out second) || second > 59))
        {
            return false;
        }

        if (!TryFraction(text.Length > 8 ? text[8..] : [], out long ticks))
        {
            return false;
        }

        time = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(ticks);
        return true;
    }

    // Digits past a ten-millionth of a second must be zeros: nothing is rounded away unsaid.
    private static bool TryFraction(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length < 2 || text[0] is not ((byte)'.' or (byte)','))
        {
            return false;
        }

        long unit = TimeSpan.TicksPerSecond / 10;
        foreach (byte digit in text[1..])
        {
            if (!char.IsAsciiDigit((char)digit) || (unit == 0 && digit != '0'))
            {
                return false;
            }

            ticks += (digit - '0') * unit;
            unit /= 10;
        }

        return true;
    }

    // Takes "Z", "+02:00", "+0200" or "+02" off the end.
    private static bool TryOffset(ref ReadOnlySpan<byte> text, out TimeSpan? offset)
    {
        offset = null;
        if (text[^1] is (byte)'Z' or (byte)'z')
        {
            offset = TimeSpan.Zero;
            text = text[..^1].TrimEnd((byte)' ');
            return true;
        }

        int sign = text.LastIndexOfAny((byte)'+', (byte)'-');
        if (sign < 0)
        {
            return true;
        }

        ReadOnlySpan<byte> zone = text[(sign + 1)..];
        ReadOnlySpan<byte> minutes = zone.Length == 5 && zone[2] == ':' ? zone[3..] : zone[Math.Min(2, zone.Length)..];
        int minute = 0;
        if (
            zone.Length < 2
            || !TryDigits(zone[..2], out int hour)
            || (minutes.Length > 0 && !TryDigits(minutes, out minute))
        )
        {
            return false;
        }

        bool valid = zone.Length is 2 or 4 or 5 && hour <= 14 && minute < 60;
        offset = new TimeSpan(hour, minute, 0) * (text[sign] == '-' ? -1 : 1);
        text = text[..sign].TrimEnd((byte)' ');
        return valid;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (byte digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return text.Length > 0;
    }

    private static bool TryParseOther(ReadOnlySpan<byte> text, out TimeText time)
    {
        bool valid = DateTime.TryParseExact(
            Encoding.UTF8.GetString(text),
            OtherForms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime local
        );
        time = new TimeText(local, null, text.Contains((byte)':'));
        return valid;
    }
}
