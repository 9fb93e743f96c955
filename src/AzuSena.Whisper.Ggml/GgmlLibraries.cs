using Whisper.net.LibraryLoader;

namespace AzuSena.Whisper.Ggml;

/// <summary>The native libraries of Whisper.net beside the program. They are tried in the order of <see cref="RuntimeOptions.RuntimeLibraryOrder"/>.</summary>
internal static class GgmlLibraries
{
    private const string Folder = "runtimes";

    private static readonly RuntimeLibrary[] Cards = [RuntimeLibrary.Cuda, RuntimeLibrary.Cuda12, RuntimeLibrary.Vulkan, RuntimeLibrary.CoreML];

    /// <summary>Those that use a card, in the order in which they are tried.</summary>
    public static IEnumerable<RuntimeLibrary> OfCards() =>
        RuntimeOptions.RuntimeLibraryOrder.Where(library => Cards.Contains(library) && IsBuiltIn(library));

    private static bool IsBuiltIn(RuntimeLibrary library) =>
        Directory.Exists(Path.Combine(RuntimeOptions.LibraryPath ?? AppContext.BaseDirectory, Folder, FolderOf(library)));

    private static string FolderOf(RuntimeLibrary library) => library.ToString().ToLowerInvariant();
}
