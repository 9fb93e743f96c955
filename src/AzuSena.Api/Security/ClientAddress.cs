using System.Net;
using System.Net.Sockets;

namespace AzuSena.Api.Security;

/// <summary>
/// The form of a caller's address under which it is counted: IPv4 unchanged, also if it is mapped into IPv6, and IPv6 by its first 64 bits, because one
/// subscriber has all of the addresses that begin with them.
/// </summary>
internal static class ClientAddress
{
    /// <summary>Counted for callers whose address the server does not know, for example over a Unix socket.</summary>
    public const string Unknown = "unknown";

    private const int AddressBytes = 16;
    private const int PrefixBytes = 8;

    /// <summary>The address of a request's sender, as far as the proxies in front of the service are trusted.</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <inheritdoc cref="ClientAddress"/>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return Unknown;
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? Prefix(address) : Plain(address).ToString();
    }

    /// <summary>Whether a request was sent on this machine, and not forwarded by a proxy on it.</summary>
    public static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(Plain(address)) && !TrustedProxies.HandedOn(context.Request);

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string Prefix(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[AddressBytes];
        address.TryWriteBytes(bytes, out _);
        bytes[PrefixBytes..].Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
