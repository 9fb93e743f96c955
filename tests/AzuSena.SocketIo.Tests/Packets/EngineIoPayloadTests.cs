using System.Buffers;
using System.Text;
using AzuSena.SocketIo.Packets;
using FsCheck.Xunit;

namespace AzuSena.SocketIo.Tests.Packets;

public sealed class EngineIoPayloadTests
{
    [Property]
    public void WriteThenCut_AnyPackets_ComeBack(byte[][] messages, bool binary)
    {
        var packets = messages.Select((message, number) => binary == (number % 2 == 0)
            ? new EngineIoPacket(message, IsBinary: true)
            : EngineIoPacket.Text(Encoding.UTF8.GetBytes(Convert.ToHexString(message)))).ToList();
        var output = new ArrayBufferWriter<byte>();
        for (var number = 0; number < packets.Count; number++)
        {
            EngineIoPayload.Write(output, packets[number], isFirst: number == 0);
        }

        var rest = output.WrittenSpan.ToArray().AsMemory();
        for (var number = 0; number < packets.Count; number++)
        {
            EngineIoPayload.TryCut(ref rest, out var packet, out var more).Should().BeTrue();
            more.Should().Be(number < packets.Count - 1);
            packet.IsBinary.Should().Be(packets[number].IsBinary);
            packet.Content.ToArray().Should().Equal(packets[number].Content.ToArray());
        }
    }

    [Property]
    public void Cut_AnyBytes_EndsWithoutAnException(byte[] bytes)
    {
        var rest = bytes.AsMemory();
        var cuts = 0;
        for (var more = true; more; cuts++)
        {
            if (!EngineIoPayload.TryCut(ref rest, out _, out more))
            {
                break;
            }
        }

        cuts.Should().BeLessThanOrEqualTo(bytes.Length + 1);
    }
}
