using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace AzuSena.Api.Security;

/// <summary>
/// The host names that requests may be addressed to: those of <c>AllowedHosts</c>; without it only this machine's own if only this machine can call, and any
/// name otherwise.
/// </summary>
internal sealed class AllowedHosts
{
    private const string Any = "*";

    private static readonly string[] OfThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    private readonly IList<StringSegment> _patterns;

    public AllowedHosts(IConfiguration configuration, IOptions<ApiOptions> options)
    {
        var stated = (configuration[nameof(AllowedHosts)] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        IsMissing = stated.Length == 0 && options.Value.IsReachableFromOutside;
        AllowsAny = IsMissing || stated.Contains(Any, StringComparer.Ordinal);

        // Clients send a name with accents in its ASCII form.
        _patterns = [.. (stated.Length == 0 ? OfThisMachine : stated).Select(name => new StringSegment(new HostString(name).ToUriComponent()))];
    }

    /// <summary>Whether other machines can call but <c>AllowedHosts</c> is not set.</summary>
    public bool IsMissing { get; }

    private bool AllowsAny { get; }

    /// <summary>Whether requests may be addressed to a host. Only programs omit it, never a browser.</summary>
    public bool Allows(HostString host)
    {
        try
        {
            return AllowsAny || !host.HasValue || HostString.MatchesAny(host.Value, _patterns);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
