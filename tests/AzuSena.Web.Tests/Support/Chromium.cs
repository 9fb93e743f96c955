namespace AzuSena.Web.Tests.Support;

/// <summary>The installed Chromium, started for tests; nothing is downloaded.</summary>
internal static class Chromium
{
    /// <summary>How long the browser may take for anything before a test gives up; no test waits this long when all is well.</summary>
    public const int PatienceMilliseconds = 60_000;

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright, params string[] arguments)
    {
        SetDefaultExpectTimeout(PatienceMilliseconds);
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumFactAttribute.Path,
            Args = ["--disable-gpu", "--disable-dev-shm-usage", .. arguments],
        });
    }
}
