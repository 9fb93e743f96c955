using Microsoft.Extensions.Logging;

namespace AzuSena.Memory.Embeddings;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Vectors come from {Provider}, {Model}, {Dimension} components")]
    public static partial void EmbedderChosen(ILogger log, string provider, string model, int dimension);

    [LoggerMessage(Level = LogLevel.Information, Message = "There is no embedder, so the lexical half answers alone: {Reason}")]
    public static partial void NoEmbedder(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The embedder of {Provider} could not be made ready")]
    public static partial void EmbedderFailed(ILogger log, Exception exception, string provider);
}
