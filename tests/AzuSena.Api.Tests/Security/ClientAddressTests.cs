using System.Net;
using AzuSena.Api.Security;

namespace AzuSena.Api.Tests.Security;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::", "2001:db8:1:2::/64")]
    [InlineData("fe80::1%1", "fe80::/64")]
    [InlineData("::1", "::/64")]
    public void Of_Address_IsWhatIsCounted(string address, string counted) => ClientAddress.Of(IPAddress.Parse(address)).Should().Be(counted);

    [Fact]
    public void Of_NoAddress_IsOneForAll() => ClientAddress.Of(address: null).Should().Be(ClientAddress.Unknown);
}
