namespace AzuSena.Web.Tests.Support;

/// <summary>A test with several cases in a real browser; skipped, and said so, where Chromium is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = new ChromiumFactAttribute().Skip;
}
