using AzuSena.Errors;

namespace AzuSena.Memory.Sqlite;

/// <summary>The exceptions for failed reads and writes.</summary>
/// <param name="folder">The folder of the database, for the operator.</param>
/// <param name="isDerived">Whether the contents will be created again.</param>
internal sealed class DatabaseErrors(string folder, bool isDerived)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>The exception for a failure.</summary>
    public AzuSenaException Of(DatabaseFailure failure, Exception? cause) => failure switch
    {
        DatabaseFailure.Damaged => Replaced("StoreDamaged", cause),
        DatabaseFailure.Moved => Replaced("StoreReplaced", cause),
        DatabaseFailure.Busy => Unavailable("StoreBusy", cause),
        DatabaseFailure.Full => Unavailable("StoreFull", cause),
        _ => Unavailable("StoreFolderUnavailable", cause),
    };

    /// <summary>The exception for a file that cannot be used.</summary>
    public AzuSenaException Unavailable(Exception cause) => Unavailable(
        DatabaseFailures.Of(cause) switch { DatabaseFailure.Busy => "StoreBusy", DatabaseFailure.Full => "StoreFull", _ => "StoreFolderUnavailable" }, cause);

    private AzuSenaException Replaced(string text, Exception? cause) => isDerived
        ? new AzuSenaException(ErrorCode.IndexNotReady, cause) { RetryAfter = RetryAfter }
        : new AzuSenaException(ErrorCode.StoreUnavailable, ErrorCodeNames.Text(text), cause) { RetryAfter = RetryAfter };

    private AzuSenaException Unavailable(string text, Exception? cause) =>
        new(ErrorCode.StoreUnavailable, cause) { ForOperator = ErrorCodeNames.Text(text, folder), RetryAfter = RetryAfter };
}
