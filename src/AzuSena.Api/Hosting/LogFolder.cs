using System.Runtime.Versioning;
using System.Text;
using Serilog;
using Serilog.Sinks.File;

namespace AzuSena.Api.Hosting;

/// <summary>
/// The log folder. Only the service's user may read its files: they hold question ids, and at Debug level the questions. A folder that is created here, or
/// holds nothing but logs, is closed to others too; a folder used for other files as well is left unchanged.
/// </summary>
/// <param name="Path">The folder.</param>
/// <param name="Problem">Why no file can be written there; null if it can.</param>
internal sealed record LogFolder(string Path, string? Problem)
{
    private const string FileName = "azusena.log";
    private const string AnyFile = "azusena*.log";
    private const int MaxFileBytes = 10 * 1024 * 1024;
    private const int KeptFiles = 10;
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateFolder = PrivateFile | UnixFileMode.UserExecute;

    /// <summary>Creates the folder and its file if missing, and closes them to other users.</summary>
    public static LogFolder Prepare(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, PrivateFolder);
                CloseToOthers(path);
            }

            using var file = new FileStream(System.IO.Path.Combine(path, FileName), OptionsFor());
            return new LogFolder(path, Problem: null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new LogFolder(path, exception.Message);
        }
    }

    /// <summary>Writes to the folder's file, if it can be written.</summary>
    public void WriteTo(LoggerConfiguration logging)
    {
        if (Problem is null)
        {
            logging.WriteTo.File(
                System.IO.Path.Combine(Path, FileName),
                formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                fileSizeLimitBytes: MaxFileBytes,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: KeptFiles,
                hooks: new Closing());
        }
    }

    private static FileStreamOptions OptionsFor()
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFile;
        }

        return options;
    }

    [UnsupportedOSPlatform("windows")]
    private static void CloseToOthers(string path)
    {
        var logs = Directory.GetFiles(path, AnyFile);
        if (logs.Length == Directory.GetFileSystemEntries(path).Length)
        {
            Close(path, PrivateFolder);
        }

        foreach (var file in logs)
        {
            Close(file, PrivateFile);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void Close(string path, UnixFileMode mode)
    {
        try
        {
            File.SetUnixFileMode(path, mode);
        }
        catch (UnauthorizedAccessException)
        {
            // It belongs to another user, who decides.
        }
    }

    // Serilog creates the later files itself.
    private sealed class Closing : FileLifecycleHooks
    {
        public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
        {
            if (!OperatingSystem.IsWindows())
            {
                Close(path, PrivateFile);
            }

            return underlyingStream;
        }
    }
}
