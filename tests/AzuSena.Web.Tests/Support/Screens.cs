using AzuSena.Testing;

namespace AzuSena.Web.Tests.Support;

/// <summary>Pictures of the page, to be looked at: <c>artifacts/screens</c>.</summary>
internal static class Screens
{
    public static Task TakeAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screens", $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
}
