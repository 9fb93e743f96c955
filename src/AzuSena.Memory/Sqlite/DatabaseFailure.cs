using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Sqlite;

/// <summary>The state of the database after a failed read or write.</summary>
internal enum DatabaseFailure
{
    /// <summary>Not affected: the cause is the folder, the file or the request.</summary>
    Other,

    /// <summary>Another process is writing and took too long.</summary>
    Busy,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The file is no longer at the path where it was opened.</summary>
    Moved,

    /// <summary>It may be damaged; a check of the file shows whether it is.</summary>
    Suspicious,

    /// <summary>It holds data that was never written.</summary>
    Damaged,
}

/// <summary>Classifies failures.</summary>
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

    /// <summary>Classifies an exception of SQLite, or of a row that could not be parsed.</summary>
    public static DatabaseFailure Of(Exception exception) => exception switch
    {
        SqliteException { SqliteExtendedErrorCode: ShortRead or CorruptFileSystem } or SqliteException { SqliteErrorCode: Corrupt or NotADatabase }
            => DatabaseFailure.Damaged,
        SqliteException { SqliteErrorCode: Busy or Locked } => DatabaseFailure.Busy,
        SqliteException { SqliteErrorCode: Full } => DatabaseFailure.Full,
        SqliteException { SqliteExtendedErrorCode: ReadOnlyMoved } or SqliteException { SqliteErrorCode: CannotOpen } => DatabaseFailure.Moved,
        SqliteException { SqliteErrorCode: Error or InputOutput or Constraint or Mismatch } => DatabaseFailure.Suspicious,
        _ => IsOfARow(exception) ? DatabaseFailure.Damaged : DatabaseFailure.Other,
    };

    /// <summary>Whether an exception means that a row does not hold valid values for its columns.</summary>
    public static bool IsOfARow(Exception exception) =>
        exception is InvalidCastException or InvalidOperationException
        or FormatException or OverflowException or ArgumentException or JsonException or InvalidDataException;

    /// <summary>An exception for damage that SQLite does not detect.</summary>
    public static SqliteException Damage(string what) => new(what, Corrupt);
}
