using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Tests.Csv;

public sealed class HugeLineTests
{
    [Fact]
    public void A_line_of_a_gigabyte_is_given_up_early_and_memory_stays_small()
    {
        ProblemList problems = new();
        using EndlessLine stream = new(CsvText.StopeHeader + "\n");
        long before = GC.GetAllocatedBytesForCurrentThread();
        using (CsvTable table = new(stream, "huge.csv", CsvLayout.Stopes, TableShape.Own, problems))
        {
            Assert.False(table.Read());
            Assert.True(table.IsBroken);
        }

        Assert.Equal(2, Assert.Single(problems.Shown).Line);
        Assert.True(stream.Sent < 1_000_000, $"{stream.Sent} bytes were read");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    private sealed class EndlessLine(string start) : Stream
    {
        private readonly byte[] head = Encoding.UTF8.GetBytes(start);

        public long Sent { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Sent;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Sent == 0)
            {
                head.CopyTo(buffer, offset);
                Sent = head.Length;
                return head.Length;
            }

            int sent = Sent < 1L << 30 ? count : 0;
            Array.Fill(buffer, (byte)'7', offset, sent);
            Sent += sent;
            return sent;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
