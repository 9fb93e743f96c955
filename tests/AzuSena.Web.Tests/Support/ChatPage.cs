using System.Collections.Concurrent;

namespace AzuSena.Web.Tests.Support;

/// <summary>The web chat as a person sees and uses it.</summary>
public sealed class ChatPage
{
    private readonly ConcurrentQueue<string> _problems = new();

    private ChatPage(IPage page, bool networkMayFail)
    {
        Page = page;
        page.PageError += (_, error) => _problems.Enqueue(error);
        page.Dialog += (_, dialog) => _problems.Enqueue($"A dialog opened: {dialog.Message}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !(networkMayFail && IsAboutTheNetwork(message.Text)))
            {
                _problems.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public ILocator Composer => Page.GetByLabel("Tu pregunta", new() { Exact = true });

    public ILocator Stop => Page.GetByRole(AriaRole.Button, new() { Name = "Detener la respuesta" });

    public ILocator Suggestions => Page.Locator(".suggestions button");

    public ILocator Questions => Page.Locator(".question-words");

    public ILocator Answers => Page.Locator(".answer");

    public ILocator Source => Page.Locator(".source-panel");

    /// <summary>
    /// Waits until closing the source has ended: the conversation has its width back, the citation the focus, and the history its place. Each of them moves
    /// what is on the screen, and a click meanwhile presses one element and releases another.
    /// </summary>
    public async Task SourceClosedAsync(ILocator citation)
    {
        await Expect(Source).ToHaveCountAsync(0);
        await Expect(citation).ToBeFocusedAsync();
        await Page.WaitForFunctionAsync("() => !history.state?.panels");
    }

    public ILocator List => Page.GetByRole(AriaRole.Navigation, new() { Name = "Tus conversaciones" });

    public ILocator OpenList => Page.GetByRole(AriaRole.Button, new() { Name = "Conversaciones", Exact = true });

    public static async Task VisitAsync(IBrowser browser, ChatVisit how, Func<ChatPage, Task> visit)
    {
        var options = new BrowserNewContextOptions
        {
            ColorScheme = how.Theme,
            Locale = "es-CO",
            ViewportSize = new() { Width = how.Width, Height = how.Height },
        };
        how.Context?.Invoke(options);
        await using var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Chromium.PatienceMilliseconds);
        var chat = new ChatPage(await context.NewPageAsync(), how.NetworkMayFail);
        await chat.Page.GotoAsync(how.Address!.ToString());
        try
        {
            await visit(chat);
        }
        catch
        {
            await Screens.TakeAsync(chat.Page, "failed");
            throw;
        }

        chat._problems.Should().BeEmpty("the page runs without an error and within its Content-Security-Policy");
    }

    /// <summary>Writes a question and sends it.</summary>
    public async Task AskAsync(string question)
    {
        await Composer.FillAsync(question);
        await Composer.PressAsync("Enter");
    }

    /// <summary>Asks and waits for the answer's end.</summary>
    public async Task<ILocator> AskToTheEndAsync(string question)
    {
        var answer = Answers.Nth(await Answers.CountAsync());
        await AskAsync(question);
        await UntilAsync(answer, "done");
        return answer;
    }

    /// <summary>Waits until an answer is <c>waiting</c>, <c>writing</c>, <c>done</c>, <c>stopped</c> or <c>failed</c>.</summary>
    public static Task UntilAsync(ILocator answer, string status) => Expect(answer).ToHaveAttributeAsync("data-status", status);

    /// <summary>The text of an answer without what stands around it.</summary>
    public static ILocator TextOf(ILocator answer) => answer.Locator(".markdown");

    /// <summary>Presses Tab, as often as needed, until an element has the focus.</summary>
    public async Task TabToAsync(ILocator target, bool backwards = false)
    {
        const int Most = 60;
        for (var pressed = 0; pressed < Most; pressed++)
        {
            await Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{target} is not reached with the Tab key.");
    }

    // Over plain http the browser also says that it passes a header over.
    private static bool IsAboutTheNetwork(string text) =>
        text.Contains("Failed to load resource") || text.Contains("net::ERR") || text.Contains("WebSocket")
            || text.Contains("header has been ignored, because the URL's origin was untrustworthy");
}
