using AzuSena.Faiss.Interop;

namespace AzuSena.Faiss;

/// <summary>Whether the native library is installed; without it only <see cref="ExactIndex"/> is available.</summary>
public static class FaissLibrary
{
    private const int ExpectedVersion = 1;

    private static readonly Lazy<string?> Obstacle = new(FindObstacle);

    /// <summary>Whether the FAISS kinds can be used.</summary>
    public static bool IsAvailable => Obstacle.Value is null;

    /// <summary>Why they cannot, or null if they can.</summary>
    public static string? WhyUnavailable => Obstacle.Value;

    internal static void Require()
    {
        if (Obstacle.Value is { } why)
        {
            throw new VectorIndexException($"FAISS cannot be used: {why} `./azusena setup` builds it; ExactIndex needs no library.");
        }
    }

    private static string? FindObstacle()
    {
        try
        {
            var version = FaissNative.Version();
            return version == ExpectedVersion ? null : $"lib{FaissNative.Library}.so is of version {version}, not {ExpectedVersion}.";
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            // The runtime lists every path that it tried; the first line says what is missing.
            return exception.Message.Split('\n', 2)[0].Trim();
        }
    }
}
