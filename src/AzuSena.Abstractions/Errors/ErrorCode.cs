namespace AzuSena.Errors;

/// <summary>
/// The closed list of what can go wrong for a person or a program that asks. The wire name is the snake_case form
/// (<see cref="ErrorCodeNames.WireName"/>); the Spanish text of each stands in <c>ErrorMessages.resx</c>.
/// </summary>
public enum ErrorCode
{
    /// <summary>The question is empty, too long or not text.</summary>
    QuestionInvalid,

    /// <summary>The request's body, fields or parameters are not of the form that the contract asks for.</summary>
    RequestInvalid,

    /// <summary>The body is larger than this way in accepts.</summary>
    RequestTooLarge,

    /// <summary>The body is not JSON.</summary>
    MediaTypeUnsupported,

    /// <summary>The body is compressed in a way, or in a character set, that is not read here.</summary>
    EncodingUnsupported,

    /// <summary>The request is addressed to a host name that the service does not answer to.</summary>
    HostForbidden,

    /// <summary>An API key is needed and was missing or wrong.</summary>
    Unauthorized,

    /// <summary>The web page that asks is not of an origin that the operator allowed.</summary>
    OriginForbidden,

    /// <summary>Nothing lives at this address.</summary>
    NotFound,

    /// <summary>The address exists, but not for this method.</summary>
    MethodNotAllowed,

    /// <summary>No passage has this id, or no longer.</summary>
    PassageNotFound,

    /// <summary>Too many requests from one address.</summary>
    RateLimited,

    /// <summary>The first indexing has not finished, so there is nothing to answer from.</summary>
    IndexNotReady,

    /// <summary>The corpus folder is missing or holds no document that can be read.</summary>
    CorpusUnavailable,

    /// <summary>The data folder cannot be written, or the database in it cannot be opened.</summary>
    StoreUnavailable,

    /// <summary>The answer took longer than TIMEOUT_SECONDS.</summary>
    AnswerTimeout,

    /// <summary>The model server cannot be reached, failed, or ended in the middle of an answer.</summary>
    ModelUnavailable,

    /// <summary>As many questions wait for the model as may wait.</summary>
    ModelBusy,

    /// <summary>The model gave nothing for too long.</summary>
    ModelTimeout,

    /// <summary>No conversation has this id, or no longer.</summary>
    ConversationNotFound,

    /// <summary>The conversation's last question is still being answered.</summary>
    ConversationBusy,

    /// <summary>No question of the caller's has this id, or no longer.</summary>
    QuestionNotFound,

    /// <summary>The one who asked stopped the answer.</summary>
    AnswerStopped,

    /// <summary>As many questions of one connection or address are being answered as may be.</summary>
    TooManyQuestions,

    /// <summary>One address has begun as many conversations in an hour as it may.</summary>
    TooManyConversations,

    /// <summary>Nobody speaks in the recording.</summary>
    NoSpeech,

    /// <summary>The recording is of a kind that cannot be decoded here.</summary>
    AudioUnsupported,

    /// <summary>The recording is empty or damaged.</summary>
    AudioInvalid,

    /// <summary>The recording is longer or larger than is taken.</summary>
    AudioTooLong,

    /// <summary>The recording took too long to arrive.</summary>
    UploadTimeout,

    /// <summary>Spoken questions are switched off, or no model for them is installed.</summary>
    VoiceUnavailable,

    /// <summary>As many recordings wait to be heard as may wait.</summary>
    VoiceBusy,

    /// <summary>The recording took too long to be heard.</summary>
    TranscriptionTimeout,

    /// <summary>As many recordings, or texts to be read aloud, of one address are here as may be.</summary>
    TooManyVoiceRequests,

    /// <summary>Nothing that reads texts aloud is installed.</summary>
    SpeechUnavailable,

    /// <summary>The text would take longer to be read aloud than is allowed.</summary>
    SpeechTooLong,

    /// <summary>The text did not begin to be read aloud in time.</summary>
    SpeechTimeout,

    /// <summary>The service is being stopped: it takes no more questions, and ends those that are not answered in time.</summary>
    Stopping,

    /// <summary>A fault of ours; the log has the rest.</summary>
    Internal,
}
