using System.Net;

namespace AzuSena.Models;

/// <summary>
/// Parses OLLAMA_HOST. Ollama's own server uses the variable as the address to listen on, so <c>0.0.0.0</c> is common there: for a client it stands for this
/// machine.
/// </summary>
internal static class OllamaAddress
{
    private const int HttpsPort = 443;

    /// <summary>The URL of <paramref name="host"/>, with <paramref name="port"/> if it has none (443 for https); null if it is not an address.</summary>
    public static Uri? Parse(string host, int port)
    {
        var text = host.Trim();
        if (IPAddress.TryParse(text, out var address) && address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6 && text[0] != '[')
        {
            text = $"[{text}]";
        }

        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            text = "http://" + text;
            scheme = "http".Length;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            return null;
        }

        var builder = new UriBuilder(uri) { Host = Reachable(uri.Host), Query = "", Fragment = "", Path = uri.AbsolutePath.TrimEnd('/') + "/" };
        if (!NamesPort(text[(scheme + 3)..]))
        {
            builder.Port = uri.Scheme == "https" ? HttpsPort : port;
        }

        return builder.Uri;
    }

    private static string Reachable(string host) => host switch
    {
        "0.0.0.0" => "127.0.0.1",
        "[::]" => "[::1]",
        _ => host,
    };

    // Uri does not distinguish http://host from http://host:80.
    private static bool NamesPort(string rest)
    {
        var authority = rest.Split('/', '?', '#')[0];
        return authority.LastIndexOf(':') > authority.LastIndexOf(']');
    }
}
