namespace AzuSena.Errors;

/// <summary>
/// The only exception whose message may reach a person: it carries a stable code and a Spanish text. Every other exception
/// becomes <see cref="ErrorCode.Internal"/> at the edge, and its text stays in the log.
/// </summary>
/// <param name="code">What went wrong, for programs.</param>
/// <param name="message">What went wrong and what to do, in Spanish, for people.</param>
/// <param name="cause">The exception behind it, for the log only.</param>
public sealed class AzuSenaException(ErrorCode code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>An error with the code's own message.</summary>
    public AzuSenaException(ErrorCode code, Exception? cause = null)
        : this(code, code.Message(), cause)
    {
    }

    /// <summary>What went wrong, for programs.</summary>
    public ErrorCode Code { get; } = code;

    /// <summary>What only the operator is told, in the log and on the command line: it may name folders and files, which no client is to see.</summary>
    /// <value>The message, unless there is more to say.</value>
    public string ForOperator
    {
        get => field ?? Message;
        init;
    }

    /// <summary>When to try again, where that can be estimated; for <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The exception for the log, with what the operator is told.</summary>
    public override string ToString() => ForOperator == Message ? base.ToString() : $"{ForOperator}{Environment.NewLine}{base.ToString()}";
}
