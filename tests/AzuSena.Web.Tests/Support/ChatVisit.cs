namespace AzuSena.Web.Tests.Support;

/// <summary>How somebody comes to the page.</summary>
/// <param name="Address">Where it is; by default the shared service.</param>
/// <param name="Theme">What their system prefers.</param>
/// <param name="Width">Width of the window in CSS pixels.</param>
/// <param name="Height">Its height.</param>
/// <param name="NetworkMayFail">Whether the test breaks the network, which the browser reports.</param>
/// <param name="Context">Anything else about the browser.</param>
public sealed record ChatVisit(
    Uri? Address = null, ColorScheme Theme = ColorScheme.Light, int Width = 1280, int Height = 800, bool NetworkMayFail = false,
        Action<BrowserNewContextOptions>? Context = null);
