using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace AzuSena.Web.Tests.Support;

/// <summary>What axe finds on a screen.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>The looks that a screen has: either theme, on a phone and on a desk; the one that visits begin with is the last.</summary>
    public static IEnumerable<(ColorScheme Theme, int Width)> Looks =>
        from width in new[] { 360, 1280 }
        from theme in new[] { ColorScheme.Dark, ColorScheme.Light }
        select (theme, width);

    /// <summary>Holds that nothing is wrong with what the page shows.</summary>
    /// <param name="page">The page.</param>
    /// <param name="screen">Names what it shows.</param>
    public static async Task ShouldPassAsync(IPage page, string screen)
    {
        // A colour that is still changing would be measured half-way.
        await page.EvaluateAsync(
            "() => Promise.all(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished.catch(() => null)))");
        var result = await page.RunAxe(Rules);
        result.Violations.Select(violation => $"{screen}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")
            .Should().BeEmpty();
    }

    /// <summary>Holds the same in every look; for a screen that stays as it is meanwhile.</summary>
    public static async Task ShouldPassInEveryLookAsync(IPage page, string screen)
    {
        foreach (var (theme, width) in Looks)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            await page.SetViewportSizeAsync(width, 800);
            await ShouldPassAsync(page, $"{screen}, {theme}, {width}");
        }
    }
}
