using AzuSena.Testing;

namespace AzuSena.Api.Tests.Clients;

/// <summary>An answer that is longer than its wire lasts.</summary>
internal static class CutAnswers
{
    /// <summary>How often the wire is cut.</summary>
    public const int Cuts = 3;

    // Headers and the first event have passed by then.
    private const int Bytes = 3_000;

    /// <summary>The pieces of the answer; each is an event of some 60 bytes.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Enumerable.Range(0, 400).Select(number => $"palabra {number} ")];

    /// <summary>A wire to a service.</summary>
    public static CuttingProxy WireTo(TestApi api) => new(api.Address, Cuts, () => Bytes);
}
