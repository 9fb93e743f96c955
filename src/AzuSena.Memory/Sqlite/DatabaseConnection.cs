using System.Runtime.InteropServices;
using AzuSena.Errors;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Sqlite;

/// <summary>A connection that tells its database of what fails on it.</summary>
/// <param name="database">The database.</param>
/// <param name="connectionString">How it is opened.</param>
/// <param name="opening">Which opening of the file it belongs to: what is wrong with an earlier one says nothing of the file that is there now.</param>
public sealed class DatabaseConnection(SqliteDatabase database, string connectionString, int opening) : SqliteConnection(connectionString)
{
    private const int HasMovedCode = 20;

    /// <summary>Which opening of the file it belongs to.</summary>
    public int Opening => opening;

    /// <summary>Whether its file was deleted, renamed or replaced since it was opened; what it reads and writes then is in no folder.</summary>
    public bool HasMoved
    {
        get
        {
            var moved = 0;
            return State is System.Data.ConnectionState.Open && FileControl(Handle!.DangerousGetHandle(), database: 0, HasMovedCode, ref moved) == 0 && moved != 0;
        }
    }

    /// <summary>What whoever asked is told of a failure; the database is told of it too.</summary>
    public AzuSenaException Failure(Exception cause) => HasMoved ? database.Moved(cause, opening) : database.Unavailable(cause, opening);

    /// <summary>Makes sure that what is about to be committed will be in the folder.</summary>
    /// <exception cref="AzuSenaException">The file was deleted or replaced meanwhile.</exception>
    public void EnsureInPlace()
    {
        if (HasMoved)
        {
            throw database.Moved(cause: null, opening);
        }
    }

    // SQLite compares the file that it holds open with the one under its name.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(nint connection, nint database, int code, ref int argument);
}
