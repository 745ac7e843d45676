using System.Buffers.Binary;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Tests.Artifacts;

public sealed class SafeTensorsTests
{
    private static readonly WeightArray[] TwoArrays =
    [
        new("first", [2, 3], [1, -2, 3.5f, float.Epsilon, float.MaxValue, -0f]),
        new("second", [], [42]),
    ];

    [Fact]
    public void What_is_written_is_read_back_to_the_bit()
    {
        using MemoryStream file = new();
        SafeTensors.Write(file, TwoArrays, new Dictionary<string, string> { ["epoch"] = "7" });
        file.Position = 0;
        SafeTensorsContent read = SafeTensorsReader.Read(file);
        Assert.Equal(TwoArrays.Select(array => array.Name), read.Arrays.Select(array => array.Name));
        Assert.All(
            TwoArrays.Zip(read.Arrays),
            pair =>
            {
                Assert.Equal(pair.First.Shape, pair.Second.Shape);
                Assert.Equal(
                    pair.First.Values.Select(BitConverter.SingleToInt32Bits),
                    pair.Second.Values.Select(BitConverter.SingleToInt32Bits)
                );
            }
        );
        Assert.Equal("7", read.Metadata["epoch"]);
    }

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        using MemoryStream file = new();
        SafeTensors.Write(file, [new WeightArray("a", [1], [1f])]);
        byte[] bytes = file.ToArray();
        string header = """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""";
        long length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(0, length % 8);
        Assert.Equal(header, Encoding.UTF8.GetString(bytes, 8, (int)length).TrimEnd(' '));
        Assert.Equal([0x00, 0x00, 0x80, 0x3f], bytes[^4..]);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,4]}}""", "not of type F32")]
    [InlineData("""{"a":{"shape":[1],"data_offsets":[0,4]}}""", "not of type F32")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "do not fit its shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "not a whole number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "not a whole number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "ends before it starts")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", "needs two offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "hole before")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,4]}}""", "no usable shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}}""", "no usable shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}}""", "too large")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",
        "overlaps"
    )]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[0],"data_offsets":[4,4]}}""",
        "declared twice"
    )]
    [InlineData("""{"a":7}""", "not described by an object")]
    [InlineData("""{"__metadata__":{"a":1}}""", "not text")]
    [InlineData("""{"a":{{""", "not JSON")]
    [InlineData("""[1]""", "does not start with a brace")]
    [InlineData("""{}""", "not as long as the header says")]
    public void A_defect_in_the_header_is_named(string header, string defect) =>
        AssertRefused(FileOf(header, new byte[4]), defect);

    [Fact]
    public void A_header_that_claims_the_whole_memory_is_refused_before_memory_is_taken()
    {
        byte[] file = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(file, ulong.MaxValue);
        AssertRefused(file, "header claims");
    }

    [Fact]
    public void Arrays_larger_than_allowed_are_refused_before_memory_is_taken() =>
        AssertRefused(
            FileOf("""{"a":{"dtype":"F32","shape":[500000000],"data_offsets":[0,2000000000]}}""", []),
            "more than the"
        );

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        using MemoryStream whole = new();
        SafeTensors.Write(whole, TwoArrays);
        byte[] bytes = whole.ToArray();
        for (int length = 0; length < bytes.Length; length++)
        {
            AssertRefused(bytes[..length], "damaged");
        }

        AssertRefused([.. bytes, 0], "damaged");
    }

    private static byte[] FileOf(string header, byte[] data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, text.Length);
        return [.. prefix, .. text, .. data];
    }

    private static void AssertRefused(byte[] file, string defect)
    {
        using MemoryStream stream = new(file);
        SentinelException problem = Assert.Throws<SentinelException>(() => SafeTensorsReader.Read(stream));
        Assert.Equal(FailureKind.Damaged, problem.Kind);
        Assert.Equal("artifact_damaged", problem.Code);
        Assert.Contains(defect, problem.Message, StringComparison.Ordinal);
    }
}
