using AzuSena.Voice.Recordings;
using Microsoft.Extensions.Logging;

namespace AzuSena.Voice;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The model {Model} hears, on {Engine}")]
    public static partial void Loaded(ILogger log, string model, string engine);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model {Model} does not hear, so questions cannot be spoken. {Problem}")]
    public static partial void NotLoaded(ILogger log, Exception exception, string model, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The way of a spoken question could not be tried before the first one comes, which will take longer")]
    public static partial void StaysCold(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A recording waits to be heard, at place {Position}")]
    public static partial void Waits(ILogger log, int position);

    [LoggerMessage(Level = LogLevel.Information, Message = "A recording of {Seconds:F1} s was heard in {Milliseconds:F0} ms")]
    public static partial void Heard(ILogger log, double seconds, double milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "A recording was not heard: {Code}")]
    public static partial void NotHeard(ILogger log, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A recording could not be heard")]
    public static partial void HearingFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "ffmpeg decoded {Seconds:F1} s of {Format}, to its end: {IsWhole}. {Complaint}")]
    public static partial void Decoded(ILogger log, RecordingFormat format, double seconds, bool isWhole, string complaint);

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no program {Program}, so only WAV can be heard. Debian and Ubuntu: apt-get install ffmpeg")]
    public static partial void NoFfmpeg(ILogger log, string program);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "There is no program {Program}, so nothing can be read aloud. Debian and Ubuntu: apt-get install espeak-ng")]
    public static partial void NoEspeak(ILogger log, string program);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Program} failed with code {ExitCode}. {Complaint}")]
    public static partial void EspeakFailed(ILogger log, string program, int? exitCode, string complaint);

    [LoggerMessage(Level = LogLevel.Information, Message = "A text was read aloud for {Seconds} s, which is the longest, and no further")]
    public static partial void SpeechCut(ILogger log, int seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What another run left in {Folder} could not be removed")]
    public static partial void LeftoversStay(ILogger log, Exception exception, string folder);
}
