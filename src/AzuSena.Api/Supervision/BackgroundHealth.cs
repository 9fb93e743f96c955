using System.Collections.Concurrent;
using System.Text.Json;

namespace AzuSena.Api.Supervision;

/// <summary>The background services that failed recently.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class BackgroundHealth(TimeProvider time)
{
    /// <summary>A service that has run this long since its last failure has recovered.</summary>
    public static readonly TimeSpan Recovery = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, long> _failures = new(StringComparer.Ordinal);

    /// <summary>Their names, in order.</summary>
    public IReadOnlyList<string> Degraded =>
    [
        .. _failures.Where(failure => time.GetElapsedTime(failure.Value) < Recovery).Select(failure => failure.Key).Order(StringComparer.Ordinal),
    ];

    /// <summary>Records a failure.</summary>
    public void Failed(string service) => _failures[service] = time.GetTimestamp();

    /// <summary>The name of a service, such as <c>expiry_sweep_trace_store</c>.</summary>
    public static string NameOf(Type service) => JsonNamingPolicy.SnakeCaseLower.ConvertName(
        string.Concat(service.GetGenericArguments().Prepend(service).Select(type => type.Name.Split('`')[0])));
}
