using Microsoft.Win32.SafeHandles;

namespace AzuSena.Faiss.Interop;

/// <summary>Owns an index of the native library.</summary>
internal sealed class FaissHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public FaissHandle()
        : base(ownsHandle: true)
    {
    }

    protected override bool ReleaseHandle()
    {
        FaissNative.Free(handle);
        return true;
    }
}
