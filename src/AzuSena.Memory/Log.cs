using Microsoft.Extensions.Logging;

namespace AzuSena.Memory;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Skipped {Path}, line {Line}: {Reason}")]
    public static partial void FileSkipped(ILogger log, Exception exception, string path, int? line, string reason);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Vectors serve from an index of kind {Kind} over {Count} passages, embedded by {Embedder}: {Why} {Detail}")]
    public static partial void VectorsServed(ILogger log, string kind, int count, string embedder, string why, string? detail);

    [LoggerMessage(Level = LogLevel.Information, Message = "Another process is making the vectors")]
    public static partial void VectorsMadeElsewhere(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The vectors could not be brought up to date; what serves goes on, and it is tried again")]
    public static partial void UpkeepStopped(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sentences of the passages could not be embedded; quotes are ranked without, and it is tried again")]
    public static partial void QuotesNotEmbedded(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The embedding model {Model} gave no vector for a question; it is searched for by its words alone")]
    public static partial void QuestionNotEmbedded(ILogger log, Exception exception, string model);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index file {Path} cannot be used; it is built again from the database")]
    public static partial void VectorFileRefused(ILogger log, Exception exception, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index file {Path} could not be written; the next start builds it again")]
    public static partial void VectorFileNotWritten(ILogger log, Exception exception, string path);

    [LoggerMessage(Level = LogLevel.Information, Message = "The reader is loaded")]
    public static partial void ReaderLoaded(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reader cannot be used; answers are chosen without it, and it is tried again")]
    public static partial void ReaderFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A question could not be read together with its passages; the answer is chosen without that")]
    public static partial void NotRead(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Waiting for another process that is indexing: {Holder}")]
    public static partial void WaitingForIndexer(ILogger log, string holder);
}
