using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AzuSena.Whisper.Ggml;

/// <summary>
/// Lets a cancellation stop ggml within a graph. whisper.cpp asks whether to go on only between graphs, and the encoder is one graph: ten seconds of
/// processor for twenty of sound. ggml asks at every node, if the processor's backend has an abort callback; but whisper.cpp creates that backend for every
/// window and sets none. So the function that creates it is wrapped.
/// </summary>
/// <remarks>
/// The place of that function is not part of ggml's public interface (<c>ggml-backend-impl.h</c>): the wrapper is tried once, and taken back if it is not
/// called. Then a cancellation waits for the end of the graph.
/// </remarks>
internal static unsafe class GraphCancellation
{
    private const int CpuDevice = 0;

    // ggml_backend_device_i: get_name, get_description, get_memory, get_type, get_props, init_backend.
    private const int InitBackend = 5;

    // A handle of the token that what runs in this context is cancelled by.
    private static readonly AsyncLocal<nint> Current = new();
    private static readonly Lazy<bool> Installed = new(Install);

    private static delegate* unmanaged[Cdecl]<nint, nint, nint> _initBackend;
    private static delegate* unmanaged[Cdecl]<nint, nint, nint, void> _setAbortCallback;
    private static bool _isCalled;

    /// <summary>
    /// Cancels with a token what Whisper.net begins in this context, until the result is disposed; the native code must have ended by then. A model must
    /// be loaded.
    /// </summary>
    public static IDisposable Begin(CancellationToken cancellationToken) => new Scope(cancellationToken);

    private static bool Install()
    {
        if (Find("ggml-whisper", "ggml_backend_dev_by_type") is not (not 0 and var deviceByType)
            || Find("ggml-base-whisper", "ggml_backend_dev_init") is not (not 0 and var initDevice)
            || Find("ggml-base-whisper", "ggml_backend_free") is not (not 0 and var freeBackend)
            || Find("ggml-cpu-whisper", "ggml_backend_cpu_set_abort_callback") is not (not 0 and var setAbort)
            || (nint*)((delegate* unmanaged[Cdecl]<int, nint>)deviceByType)(CpuDevice) is var device && device is null)
        {
            return false;
        }

        _setAbortCallback = (delegate* unmanaged[Cdecl]<nint, nint, nint, void>)setAbort;
        _initBackend = (delegate* unmanaged[Cdecl]<nint, nint, nint>)device[InitBackend];
        device[InitBackend] = (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&OnInitBackend;
        var backend = ((delegate* unmanaged[Cdecl]<nint, nint, nint>)initDevice)((nint)device, 0);
        if (backend != 0)
        {
            ((delegate* unmanaged[Cdecl]<nint, void>)freeBackend)(backend);
        }

        if (!_isCalled)
        {
            device[InitBackend] = (nint)_initBackend;
        }

        return _isCalled;
    }

    // Whisper.net has loaded them; which of its folders they are from does not matter.
    private static nint Find(string library, string name)
    {
        using var process = Process.GetCurrentProcess();
        var path = process.Modules.Cast<ProcessModule>()
            .Select(module => module.FileName)
            .FirstOrDefault(file => Path.GetFileName(file).Split('.')[0] is var plain && (plain == library || plain == "lib" + library));
        return path is not null && NativeLibrary.TryLoad(path, out var handle) && NativeLibrary.TryGetExport(handle, name, out var function) ? function : 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint OnInitBackend(nint device, nint parameters)
    {
        _isCalled = true;
        var backend = _initBackend(device, parameters);
        if (backend != 0 && Current.Value is not 0 and var token)
        {
            _setAbortCallback(backend, (nint)(delegate* unmanaged[Cdecl]<nint, byte>)&OnAbort, token);
        }

        return backend;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte OnAbort(nint token) => GCHandle.FromIntPtr(token).Target is CancellationToken { IsCancellationRequested: true } ? (byte)1 : (byte)0;

    private sealed class Scope : IDisposable
    {
        private readonly GCHandle _token;

        public Scope(CancellationToken cancellationToken)
        {
            _token = GCHandle.Alloc(cancellationToken);
            Current.Value = Installed.Value ? GCHandle.ToIntPtr(_token) : 0;
        }

        public void Dispose()
        {
            Current.Value = 0;
            _token.Free();
        }
    }
}
