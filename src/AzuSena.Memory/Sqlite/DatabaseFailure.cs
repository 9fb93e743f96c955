using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Sqlite;

/// <summary>What a failed read or write says of the database.</summary>
internal enum DatabaseFailure
{
    /// <summary>Nothing: the folder, the file or the request is at fault.</summary>
    Other,

    /// <summary>Another process is writing and took too long.</summary>
    Busy,

    /// <summary>There is no room on the disk.</summary>
    Full,

    /// <summary>The file is not where it was opened any more.</summary>
    Moved,

    /// <summary>It may be damaged, which a check of the file tells.</summary>
    Suspicious,

    /// <summary>It holds something that was never written.</summary>
    Damaged,
}

/// <summary>Tells failures apart.</summary>
internal static class DatabaseFailures
{
    private const int Error = 1;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int Mismatch = 20;
    private const int NotADatabase = 26;
    private const int ShortRead = 522;
    private const int ReadOnlyMoved = 1032;
    private const int CorruptFileSystem = 8458;

    /// <summary>What an exception of SQLite's, or of a row that could not be understood, says of the database.</summary>
    public static DatabaseFailure Of(Exception exception) => exception switch
    {
        SqliteException { SqliteExtendedErrorCode: ShortRead or CorruptFileSystem } or SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => DatabaseFailure.Damaged,
        SqliteException { SqliteErrorCode: Busy or Locked } => DatabaseFailure.Busy,
        SqliteException { SqliteErrorCode: Full } => DatabaseFailure.Full,
        SqliteException { SqliteExtendedErrorCode: ReadOnlyMoved } or SqliteException { SqliteErrorCode: CannotOpen } => DatabaseFailure.Moved,
        SqliteException { SqliteErrorCode: Error or InputOutput or Constraint or Mismatch } => DatabaseFailure.Suspicious,
        _ => IsOfARow(exception) ? DatabaseFailure.Damaged : DatabaseFailure.Other,
    };

    /// <summary>Whether an exception means that a row does not hold what its columns were given.</summary>
    public static bool IsOfARow(Exception exception) =>
        exception is InvalidCastException or InvalidOperationException or FormatException or OverflowException or ArgumentException or JsonException or InvalidDataException;

    /// <summary>An exception for damage that SQLite itself does not see.</summary>
    public static SqliteException Damage(string what) => new(what, Corrupt);
}
