using System.Runtime.InteropServices;

namespace AzuSena.Whisper.Network;

/// <summary>
/// Threads that compute for seconds on end, apart from the pool that serves requests. Those of low priority have the processor only where nobody else
/// wants it; the threads that ONNX Runtime starts from one take after it (Linux: niceness is a thread's own, and is inherited).
/// </summary>
internal static partial class WorkThread
{
    private const int OfThisThread = 0;
    private const int Nice = 10;

    /// <summary>Runs something on a thread of its own.</summary>
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
