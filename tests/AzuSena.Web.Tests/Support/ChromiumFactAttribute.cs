namespace AzuSena.Web.Tests.Support;

/// <summary>A test in a real browser; skipped, and said so, where Chromium is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public ChromiumFactAttribute() => Skip = Path is null ? "Chromium is not installed: apt-get install chromium, or name it in CHROMIUM_PATH" : null;

    /// <summary>Where Chromium is; null where it is not.</summary>
    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path : Array.Find(Places, File.Exists);
}
