using Whisper.net;
using Whisper.net.LibraryLoader;

namespace AzuSena.Whisper.Ggml;

/// <summary>Whisper models in ggml files, on Whisper.net (whisper.cpp): any size and quantisation, on the processor or on a card.</summary>
public static class GgmlModel
{
    // "ggml", as whisper.cpp's files begin.
    private static ReadOnlySpan<byte> Magic => "lmgg"u8;

    /// <summary>What computes: <c>Cpu</c>, or the card's library, such as <c>Cuda</c> or <c>Vulkan</c>; null before the first model is loaded.</summary>
    public static string? Library => RuntimeOptions.LoadedLibrary?.ToString();

    /// <summary>Whether a card's library is built in for this machine; whether it works is known once a model is loaded.</summary>
    public static bool HasCardLibrary => GgmlLibraries.OfCards().Any();

    /// <summary>Whether a file is a ggml model.</summary>
    public static bool IsModel(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[Magic.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Magic);
    }

    /// <summary>Loads a model and runs it once.</summary>
    /// <param name="path">The ggml file.</param>
    /// <param name="options">The loading options; null for the defaults.</param>
    /// <exception cref="WhisperException">The file is no Whisper model, or the natives cannot be loaded; the message says which.</exception>
    public static WhisperModel Load(string path, WhisperModelOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var name = Path.GetFileNameWithoutExtension(path);
        return WhisperModel.Load(name, chosen => new GgmlRecognizer(Open(path), chosen.Threads), options);
    }

    private static WhisperFactory Open(string path)
    {
        if (!IsModel(path))
        {
            throw new WhisperException($"{path} is no ggml file.");
        }

        WhisperFactory? factory = null;
        try
        {
            factory = WhisperFactory.FromPath(path, new WhisperFactoryOptions { UseGpu = true });

            // A file that cannot be read is only noticed here.
            factory.CreateBuilder();
            return factory;
        }
        catch (Exception exception)
            when (exception is WhisperModelLoadException or DllNotFoundException or FileNotFoundException or PlatformNotSupportedException)
        {
            factory?.Dispose();
            throw new WhisperException($"Whisper.net cannot load {path}: {exception.Message}", exception);
        }
    }
}
