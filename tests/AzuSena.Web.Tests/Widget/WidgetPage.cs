using System.Collections.Concurrent;

namespace AzuSena.Web.Tests.Widget;

/// <summary>A page of another site with the chat on it, as a person sees and uses it.</summary>
internal sealed class WidgetPage
{
    private readonly ConcurrentQueue<string> _problems = new();

    private WidgetPage(IPage page, bool networkMayFail)
    {
        Page = page;
        page.PageError += (_, error) => _problems.Enqueue(error);
        page.Console += (_, message) =>
        {
            // Over plain http the browser says of every reply that it passes a header over.
            if (message.Type == "error" && !networkMayFail && !message.Text.Contains("untrustworthy", StringComparison.Ordinal))
            {
                _problems.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public ILocator Button => Page.Locator("azusena-widget .button");

    public ILocator Panel => Page.Locator("azusena-widget dialog");

    public IFrameLocator Frame => Page.FrameLocator("azusena-widget iframe");

    public ILocator Composer => Frame.GetByLabel("Tu pregunta", new() { Exact = true });

    public ILocator Answers => Frame.Locator(".answer");

    public ILocator Questions => Frame.Locator(".question-words");

    public static async Task VisitAsync(
        IBrowser browser,
        Uri address,
        Func<WidgetPage, Task> visit,
        int width = 1280,
        bool networkMayFail = false,
        ReducedMotion motion = ReducedMotion.NoPreference)
    {
        await using var context = await browser.NewContextAsync(new()
        {
            Locale = "es-CO",
            ColorScheme = ColorScheme.Light,
            ViewportSize = new() { Width = width, Height = 800 },
            ReducedMotion = motion,
        });
        context.SetDefaultTimeout(Chromium.PatienceMilliseconds);
        var widget = new WidgetPage(await context.NewPageAsync(), networkMayFail);
        await widget.Page.GotoAsync(address.ToString());
        try
        {
            await visit(widget);
        }
        catch
        {
            await Screens.TakeAsync(widget.Page, "failed-widget");
            throw;
        }

        widget._problems.Should().BeEmpty("neither the page nor the chat has an error, and both keep to their policies");
    }

    /// <summary>Opens the chat and waits until it can be used.</summary>
    public async Task OpenAsync()
    {
        await Button.ClickAsync();
        await Expect(Composer).ToBeVisibleAsync();
    }

    public async Task AskAsync(string question)
    {
        await Composer.FillAsync(question);
        await Composer.PressAsync("Enter");
    }
}
