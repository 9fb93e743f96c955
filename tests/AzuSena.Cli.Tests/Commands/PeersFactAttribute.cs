using AzuSena.Cli.Bench;
using AzuSena.Faiss;

namespace AzuSena.Cli.Tests.Commands;

/// <summary>A test beside python3-faiss and python3-hnswlib; skipped, and said so, where they or our own native library are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeersFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> ArePeersThere = new(PeerProcess.CanStart);

    public PeersFactAttribute()
    {
        if (!FaissLibrary.IsAvailable)
        {
            Skip = $"The native library is not there: {FaissLibrary.WhyUnavailable}";
        }
        else if (!ArePeersThere.Value)
        {
            Skip = $"{PeerProcess.Python} has no faiss or no hnswlib: apt-get install python3-faiss python3-hnswlib";
        }
    }
}
