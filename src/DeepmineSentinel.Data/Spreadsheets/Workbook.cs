using System.IO.Compression;
using System.Text;
using System.Xml;
using DeepmineSentinel.Core.Errors;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace DeepmineSentinel.Data.Spreadsheets;

/// <summary>Opens XLSX workbooks; anything that is not a whole one of reasonable size is refused before a cell is read.</summary>
internal static class Workbook
{
    /// <summary>Bytes that all parts may unpack to.</summary>
    public const long LongestUnpacked = 512L * 1024 * 1024;

    private const int MostParts = 2_000;
    private const int CopyBytes = 81_920;

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether bytes begin as a zip file does, which every XLSX workbook is.</summary>
    public static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Whether bytes begin as XLS workbooks and locked XLSX workbooks do.</summary>
    public static bool IsOldOrLocked(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>Opens a workbook.</summary>
    /// <param name="content">Its bytes from the start; stays open.</param>
    /// <exception cref="SentinelException">It is damaged, no workbook, or unpacks to too much.</exception>
    public static IExcelDataReader Open(Stream content) =>
        Guarded(() =>
        {
            CheckSize(content);
            content.Position = 0;
            return ExcelReaderFactory.CreateOpenXmlReader(
                content,
                new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = Encoding.UTF8 }
            );
        });

    /// <summary>Does something with an open workbook.</summary>
    /// <exception cref="SentinelException">The workbook is damaged.</exception>
    public static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "spreadsheet_damaged",
                "is no whole XLSX workbook: open it in a spreadsheet and save it again",
                exception
            );
        }
    }

    private static bool IsDamage(Exception exception) =>
        exception
            is ExcelReaderException
                or InvalidDataException
                or XmlException
                or FormatException
                or OverflowException
                or ArgumentException
                or IndexOutOfRangeException
                or KeyNotFoundException
                or InvalidOperationException
                or NullReferenceException
                or EndOfStreamException;

    // The sizes that a zip file states may be lies, so the parts are really unpacked, into nothing.
    private static void CheckSize(Stream content)
    {
        using ZipArchive zip = new(content, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.GetEntry("xl/workbook.xml") is null || zip.Entries.Count > MostParts)
        {
            throw new InvalidDataException("No workbook.");
        }

        byte[] buffer = new byte[CopyBytes];
        long unpacked = 0;
        foreach (ZipArchiveEntry part in zip.Entries)
        {
            using Stream stream = part.Open();
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                unpacked += count;
                if (unpacked > LongestUnpacked)
                {
                    throw new SentinelException(
                        FailureKind.InvalidInput,
                        "spreadsheet_too_large",
                        $"unpacks to more than {LongestUnpacked >> 20} MB; save the sheet as CSV UTF-8"
                    );
                }
            }
        }
    }
}
