using Microsoft.Extensions.Logging;

namespace AzuSena.Memory.Translation;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Apertium's {Direction} ended and will be started again")]
    public static partial void PipelineEnded(ILogger log, Exception exception, string direction);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A text of {Length} letters made Apertium fail and is used untranslated")]
    public static partial void TextLeftAsItIs(ILogger log, int length);
}
