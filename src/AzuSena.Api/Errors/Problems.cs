using AzuSena.Errors;

namespace AzuSena.Api.Errors;

/// <summary>Turns error codes into RFC 9457 problem details: a Spanish text for people, <c>code</c> for programs.</summary>
internal static class Problems
{
    /// <summary>The problem for a code, with the code's own message unless a more exact one is given.</summary>
    public static ErrorResult Of(ErrorCode code, string? message = null) => new(code, message);

    /// <summary>The problem for an exception.</summary>
    public static ErrorResult Of(AzuSenaException exception) => new(exception.Code, exception.Message)
    {
        Field = exception.Field,
        RetryAfter = exception.RetryAfter,
    };

    /// <summary>The HTTP status of a code.</summary>
    public static int StatusOf(ErrorCode code) => code switch
    {
        ErrorCode.QuestionInvalid or ErrorCode.RequestInvalid or ErrorCode.UnsupportedParameter or ErrorCode.AudioInvalid or ErrorCode.HostForbidden
            => StatusCodes.Status400BadRequest,
        ErrorCode.Unauthorized => StatusCodes.Status401Unauthorized,
        ErrorCode.OriginForbidden => StatusCodes.Status403Forbidden,
        ErrorCode.NotFound or ErrorCode.PassageNotFound or ErrorCode.ConversationNotFound or ErrorCode.QuestionNotFound or ErrorCode.ModelNotFound
            => StatusCodes.Status404NotFound,
        ErrorCode.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ErrorCode.ConversationBusy or ErrorCode.AnswerStopped => StatusCodes.Status409Conflict,
        ErrorCode.UploadTimeout => StatusCodes.Status408RequestTimeout,
        ErrorCode.RequestTooLarge or ErrorCode.AudioTooLong or ErrorCode.SpeechTooLong => StatusCodes.Status413PayloadTooLarge,
        ErrorCode.MediaTypeUnsupported or ErrorCode.EncodingUnsupported or ErrorCode.AudioUnsupported => StatusCodes.Status415UnsupportedMediaType,
        ErrorCode.NoSpeech => StatusCodes.Status422UnprocessableEntity,
        ErrorCode.RateLimited or ErrorCode.TooManyQuestions or ErrorCode.TooManyConversations or ErrorCode.TooManyVoiceRequests
            => StatusCodes.Status429TooManyRequests,
        ErrorCode.IndexNotReady or ErrorCode.CorpusUnavailable or ErrorCode.StoreUnavailable or ErrorCode.ModelUnavailable or ErrorCode.ModelBusy
            or ErrorCode.EmbeddingsUnavailable
            or ErrorCode.VoiceUnavailable or ErrorCode.VoiceBusy or ErrorCode.Stopping => StatusCodes.Status503ServiceUnavailable,
        ErrorCode.SpeechUnavailable => StatusCodes.Status501NotImplemented,
        ErrorCode.AnswerTimeout or ErrorCode.ModelTimeout or ErrorCode.TranscriptionTimeout or ErrorCode.SpeechTimeout => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The code for a status that the framework set.</summary>
    public static ErrorCode CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ErrorCode.Unauthorized,
        StatusCodes.Status403Forbidden => ErrorCode.OriginForbidden,
        StatusCodes.Status404NotFound => ErrorCode.NotFound,
        StatusCodes.Status405MethodNotAllowed => ErrorCode.MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => ErrorCode.RequestTooLarge,
        StatusCodes.Status415UnsupportedMediaType => ErrorCode.MediaTypeUnsupported,
        StatusCodes.Status429TooManyRequests => ErrorCode.RateLimited,
        StatusCodes.Status504GatewayTimeout => ErrorCode.AnswerTimeout,
        >= StatusCodes.Status500InternalServerError => ErrorCode.Internal,
        _ => ErrorCode.RequestInvalid,
    };
}
