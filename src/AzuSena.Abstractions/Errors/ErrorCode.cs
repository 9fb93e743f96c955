namespace AzuSena.Errors;

/// <summary>
/// The closed list of errors that users and client programs can receive. The wire name is the snake_case form (<see cref="ErrorCodeNames.WireName"/>); the
/// Spanish texts are in <c>ErrorMessages.resx</c>.
/// </summary>
public enum ErrorCode
{
    /// <summary>The question is empty, too long or not text.</summary>
    QuestionInvalid,

    /// <summary>The request's body, fields or parameters do not match the API contract.</summary>
    RequestInvalid,

    /// <summary>The request asks for something that the service cannot do; its field is named.</summary>
    UnsupportedParameter,

    /// <summary>No model has this name, or the caller may not use it.</summary>
    ModelNotFound,

    /// <summary>The body is larger than the endpoint accepts.</summary>
    RequestTooLarge,

    /// <summary>The body is not JSON.</summary>
    MediaTypeUnsupported,

    /// <summary>The body's compression or character set is not supported.</summary>
    EncodingUnsupported,

    /// <summary>The request's host name is not one of the service's.</summary>
    HostForbidden,

    /// <summary>An API key is required and was missing or wrong.</summary>
    Unauthorized,

    /// <summary>The origin of the calling web page is not allowed.</summary>
    OriginForbidden,

    /// <summary>The address does not exist.</summary>
    NotFound,

    /// <summary>The address exists, but not for this method.</summary>
    MethodNotAllowed,

    /// <summary>The passage does not exist, or no longer.</summary>
    PassageNotFound,

    /// <summary>Too many requests from one client address.</summary>
    RateLimited,

    /// <summary>The first indexing has not finished, so no answer is possible yet.</summary>
    IndexNotReady,

    /// <summary>The corpus folder is missing or contains no readable document.</summary>
    CorpusUnavailable,

    /// <summary>The data folder cannot be written, or the database in it cannot be opened.</summary>
    StoreUnavailable,

    /// <summary>The answer took longer than TIMEOUT_SECONDS.</summary>
    AnswerTimeout,

    /// <summary>The model server cannot be reached, failed, or ended in the middle of an answer.</summary>
    ModelUnavailable,

    /// <summary>No embedding model is available, or it failed.</summary>
    EmbeddingsUnavailable,

    /// <summary>The model's queue is full.</summary>
    ModelBusy,

    /// <summary>The model produced no output for too long.</summary>
    ModelTimeout,

    /// <summary>The conversation does not exist, or no longer.</summary>
    ConversationNotFound,

    /// <summary>The conversation's last question is still being answered.</summary>
    ConversationBusy,

    /// <summary>The caller has no question with this id, or no longer.</summary>
    QuestionNotFound,

    /// <summary>The client stopped the answer.</summary>
    AnswerStopped,

    /// <summary>The connection or address has reached its limit of concurrent questions.</summary>
    TooManyQuestions,

    /// <summary>The address has reached its hourly limit of new conversations.</summary>
    TooManyConversations,

    /// <summary>The recording contains no speech.</summary>
    NoSpeech,

    /// <summary>The recording's format cannot be decoded.</summary>
    AudioUnsupported,

    /// <summary>The recording is empty or damaged.</summary>
    AudioInvalid,

    /// <summary>The recording is longer or larger than allowed.</summary>
    AudioTooLong,

    /// <summary>The recording took too long to arrive.</summary>
    UploadTimeout,

    /// <summary>Spoken questions are disabled, or no model for them is installed.</summary>
    VoiceUnavailable,

    /// <summary>The queue of recordings to transcribe is full.</summary>
    VoiceBusy,

    /// <summary>The transcription took too long.</summary>
    TranscriptionTimeout,

    /// <summary>The address has reached its limit of concurrent recordings and texts to read aloud.</summary>
    TooManyVoiceRequests,

    /// <summary>No speech synthesiser is installed.</summary>
    SpeechUnavailable,

    /// <summary>Reading the text aloud would exceed the maximum duration.</summary>
    SpeechTooLong,

    /// <summary>Reading the text aloud did not start in time.</summary>
    SpeechTimeout,

    /// <summary>The service is shutting down: it accepts no more questions, and stops those that are not answered in time.</summary>
    Stopping,

    /// <summary>An internal error; the log has the details.</summary>
    Internal,
}
