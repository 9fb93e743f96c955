namespace AzuSena.Faiss.Tests;

/// <summary>A test that needs the native library; skipped, and said so, where it is not built.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FaissFactAttribute : FactAttribute
{
    public FaissFactAttribute()
    {
        if (!FaissLibrary.IsAvailable)
        {
            Skip = SkipReason;
        }
    }

    public static string SkipReason => $"The native library is not there: {FaissLibrary.WhyUnavailable}";
}
