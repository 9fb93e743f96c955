using System.Runtime.InteropServices;

namespace AzuSena.Whisper.Network;

/// <summary>
/// Threads for computations of several seconds, separate from the thread pool that handles requests. Those of low priority only use the processor while it is
/// otherwise idle; the threads that ONNX Runtime starts from one inherit this (Linux: niceness is per thread and is inherited).
/// </summary>
internal static partial class WorkThread
{
    private const int OfThisThread = 0;
    private const int Nice = 10;

    /// <summary>Runs an operation on a dedicated thread.</summary>
    public static Task<T> RunAsync<T>(bool lowPriority, Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            if (lowPriority)
            {
                Lower();
            }

            try
            {
                result.SetResult(work());
            }
            catch (Exception exception)
            {
                result.SetException(exception);
            }
        })
        { IsBackground = true, Name = "Whisper" };
        thread.Start();
        return result.Task;
    }

    private static void Lower()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(OfThisThread, 0, Nice);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int priority);
}
