using System.Text;
using AzuSena.SocketIo.Packets;
using FsCheck.Xunit;

namespace AzuSena.SocketIo.Tests.Packets;

public sealed class SocketIoPacketReaderTests
{
    private const int Depth = 32;

    // The examples of the protocol's own document, and then what only looks like them.
    [Theory]
    [InlineData("0", '0', "/", null, 0, "")]
    [InlineData("0{\"token\":\"123\"}", '0', "/", null, 0, "{\"token\":\"123\"}")]
    [InlineData("0/admin,", '0', "/admin", null, 0, "")]
    [InlineData("0/admin", '0', "/admin", null, 0, "")]
    [InlineData("0/admin,{\"a\":1}", '0', "/admin", null, 0, "{\"a\":1}")]
    [InlineData("1", '1', "/", null, 0, "")]
    [InlineData("1/admin,", '1', "/admin", null, 0, "")]
    [InlineData("2[\"foo\"]", '2', "/", null, 0, "[\"foo\"]")]
    [InlineData("2[1,2]", '2', "/", null, 0, "[1,2]")]
    [InlineData("2/admin,[\"bar\"]", '2', "/admin", null, 0, "[\"bar\"]")]
    [InlineData("212[\"foo\"]", '2', "/", 12L, 0, "[\"foo\"]")]
    [InlineData("2/admin,13[\"foo\"]", '2', "/admin", 13L, 0, "[\"foo\"]")]
    [InlineData("312[]", '3', "/", 12L, 0, "[]")]
    [InlineData("3/admin,13[\"bar\"]", '3', "/admin", 13L, 0, "[\"bar\"]")]
    [InlineData("51-[\"baz\",{\"_placeholder\":true,\"num\":0}]", '5', "/", null, 1, "[\"baz\",{\"_placeholder\":true,\"num\":0}]")]
    [InlineData("52-/admin,7[\"baz\"]", '5', "/admin", 7L, 2, "[\"baz\"]")]
    [InlineData("61-15[\"bar\",{\"_placeholder\":true,\"num\":0}]", '6', "/", 15L, 1, "[\"bar\",{\"_placeholder\":true,\"num\":0}]")]
    public void Read_WholePacket_GivesItsParts(string text, char type, string name, long? id, int attachments, string data)
    {
        var packet = Read(text)!;

        ((char)packet.Type).Should().Be(type);
        packet.Namespace.Should().Be(name);
        packet.Id.Should().Be(id);
        packet.Attachments.Should().Be(attachments);
        (packet.Data.ValueKind == System.Text.Json.JsonValueKind.Undefined ? "" : packet.Data.GetRawText()).Should().Be(data);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("abc")]
    [InlineData("0[]")]
    [InlineData("0\"a\"")]
    [InlineData("01{}")]
    [InlineData("1{}")]
    [InlineData("2")]
    [InlineData("2{}")]
    [InlineData("2[]")]
    [InlineData("2[null]")]
    [InlineData("2[{}]")]
    [InlineData("2[\"a\"")]
    [InlineData("2[\"a\"]x")]
    [InlineData("2[\"a\",]")]
    [InlineData("2abc[\"a\"]")]
    [InlineData("2-1[\"a\"]")]
    [InlineData("21.5[\"a\"]")]
    [InlineData("29999999999999999999[\"a\"]")]
    [InlineData("2[\"connect\"]")]
    [InlineData("2[\"disconnect\"]")]
    [InlineData("2[\"\\ud800\"]")]
    [InlineData("3[]")]
    [InlineData("31{}")]
    [InlineData("4{\"message\":\"no\"}")]
    [InlineData("5[\"a\"]")]
    [InlineData("5-[\"a\"]")]
    [InlineData("5x-[\"a\"]")]
    [InlineData("61[\"a\"]")]
    public void Read_AnythingElse_GivesNothing(string text) => Read(text).Should().BeNull();

    [Fact]
    public void Read_DeeperThanAllowedOrNamespaceTooLong_GivesNothing()
    {
        Read("2[\"a\"," + new string('[', Depth - 1) + new string(']', Depth - 1) + "]").Should().NotBeNull();
        Read("2[\"a\"," + new string('[', Depth) + new string(']', Depth) + "]").Should().BeNull();
        Read("2[\"a\"," + new string('[', 100_000)).Should().BeNull();
        Read("0/" + new string('n', 255)).Should().NotBeNull();
        Read("0/" + new string('n', 256)).Should().BeNull();
    }

    [Property(MaxTest = 1000)]
    public void Read_AnyTextAfterAType_NeverThrows(byte type, string? text) => ((Action)(() => Read((char)('0' + (type % 7)) + text))).Should().NotThrow();

    [Property(MaxTest = 1000)]
    public void Read_AnyBytes_NeverThrows(byte[] bytes) => ((Action)(() => SocketIoPacketReader.Read(bytes, Depth))).Should().NotThrow();

    private static SocketIoPacket? Read(string text) => SocketIoPacketReader.Read(Encoding.UTF8.GetBytes(text), Depth);
}
