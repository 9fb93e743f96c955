using System.Runtime.Versioning;
using System.Text;
using Serilog;
using Serilog.Sinks.File;

namespace AzuSena.Api.Hosting;

/// <summary>
/// The folder of the log, whose files are the service's user's alone: they tell ids of questions, and what people asked at Debug. A folder that is made here,
/// or holds nothing but logs, is so too; one that others use as well stays as it is.
/// </summary>
/// <param name="Path">The folder.</param>
/// <param name="Problem">Why no file can be written there; null where all is well.</param>
internal sealed record LogFolder(string Path, string? Problem)
{
    private const string FileName = "azusena.log";
    private const string AnyFile = "azusena*.log";
    private const int MaxFileBytes = 10 * 1024 * 1024;
    private const int KeptFiles = 10;
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateFolder = PrivateFile | UnixFileMode.UserExecute;

    /// <summary>Makes the folder and its file where they are missing, and closes them to others.</summary>
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

    // Serilog makes the later files itself.
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
