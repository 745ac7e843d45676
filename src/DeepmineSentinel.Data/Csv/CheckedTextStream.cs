using System.Security.Cryptography;
using DeepmineSentinel.Data.Spreadsheets;

namespace DeepmineSentinel.Data.Csv;

/// <summary>Passes a file on as it is read, hashes it, and stops at what cannot be UTF-8 text. The file stays open.</summary>
internal sealed class CheckedTextStream(Stream inner) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool started;
    private long lineBreaks;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>SHA-256 of what was read so far, lower-case hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(hash.GetCurrentHash());

    public override int Read(Span<byte> buffer)
    {
        int count = inner.Read(buffer);
        Check(buffer[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Check(ReadOnlySpan<byte> bytes)
    {
        if (!started && bytes.Length > 0)
        {
            started = true;
            if (
                bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            )
            {
                throw new NotTextException(1, "is UTF-16; save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
            }

            if (Workbook.IsZip(bytes))
            {
                throw new NotTextException(1, "is a spreadsheet or a zip file; save it as CSV UTF-8");
            }

            if (Workbook.IsOldOrLocked(bytes))
            {
                throw new NotTextException(
                    1,
                    "is an old spreadsheet (XLS) or locked with a password; save it as XLSX without one, or as CSV UTF-8"
                );
            }
        }

        int nul = bytes.IndexOf((byte)0);
        if (nul >= 0)
        {
            long line = lineBreaks + bytes[..nul].Count((byte)'\n') + 1;
            throw new NotTextException(
                (int)line,
                "has a NUL byte: it is UTF-16 without a mark, or damaged; save it as UTF-8"
            );
        }

        lineBreaks += bytes.Count((byte)'\n');
        hash.AppendData(bytes);
    }
}
