using System.Runtime.InteropServices;
using AzuSena.Errors;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Sqlite;

/// <summary>A connection that reports its failures to its database.</summary>
/// <param name="database">The database.</param>
/// <param name="connectionString">The connection string.</param>
/// <param name="opening">The number of the file's opening: failures of an earlier one say nothing about the current file.</param>
public sealed class DatabaseConnection(SqliteDatabase database, string connectionString, int opening) : SqliteConnection(connectionString)
{
    private const int HasMovedCode = 20;

    /// <summary>The number of the file's opening that it belongs to.</summary>
    public int Opening => opening;

    /// <summary>Whether its file was deleted, renamed or replaced since it was opened; its reads and writes then go to a file that is in no folder.</summary>
    public bool HasMoved
    {
        get
        {
            var moved = 0;
            return State is System.Data.ConnectionState.Open
                && FileControl(Handle!.DangerousGetHandle(), database: 0, HasMovedCode, ref moved) == 0
                && moved != 0;
        }
    }

    /// <summary>The exception for the caller after a failure; reports the failure to the database too.</summary>
    public AzuSenaException Failure(Exception cause) => HasMoved ? database.Moved(cause, opening) : database.Unavailable(cause, opening);

    /// <summary>Ensures that the file about to be committed to is still in the folder.</summary>
    /// <exception cref="AzuSenaException">The file was deleted or replaced meanwhile.</exception>
    public void EnsureInPlace()
    {
        if (HasMoved)
        {
            throw database.Moved(cause: null, opening);
        }
    }

    // SQLite compares the open file with the one at its path.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(nint connection, nint database, int code, ref int argument);
}
