namespace AzuSena.Errors;

/// <summary>
/// The only exception whose message may reach a user: it carries a stable code and a Spanish text. Every other exception is reported as
/// <see cref="ErrorCode.Internal"/>, and its text stays in the log.
/// </summary>
/// <param name="code">The stable code.</param>
/// <param name="message">What went wrong and what to do, in Spanish, for the user.</param>
/// <param name="cause">The inner exception, for the log only.</param>
public sealed class AzuSenaException(ErrorCode code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Creates an error with the code's own message.</summary>
    public AzuSenaException(ErrorCode code, Exception? cause = null)
        : this(code, code.Message(), cause)
    {
    }

    /// <summary>The stable code.</summary>
    public ErrorCode Code { get; } = code;

    /// <summary>
    /// The message for the operator only, in the log and on the command line: it may contain file and folder names, which clients must not see.
    /// </summary>
    /// <value>The message, unless there are further details.</value>
    public string ForOperator
    {
        get => field ?? Message;
        init;
    }

    /// <summary>The request's field or parameter that is wrong, as the client named it; null if it is none in particular.</summary>
    public string? Field { get; init; }

    /// <summary>The delay after which to retry, if it can be estimated; for <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The exception for the log, with the operator's message.</summary>
    public override string ToString() => ForOperator == Message ? base.ToString() : $"{ForOperator}{Environment.NewLine}{base.ToString()}";
}
