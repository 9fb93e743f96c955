using AzuSena.Testing;

namespace AzuSena.Web.Tests.Widget;

/// <summary>The chat on pages of other sites.</summary>
[Collection(WidgetGroup.Name)]
public sealed class WidgetTests(WidgetSite web)
{
    private const string Question = "¿Qué es el contrato de aprendizaje?";
    private const int Phone = 390;

    [ChromiumTheory]
    [InlineData("plain", 1280)]
    [InlineData("plain", Phone)]
    [InlineData("strict", 1280)]
    [InlineData("strict", Phone)]
    [InlineData("hostile", 1280)]
    [InlineData("hostile", Phone)]
    public Task Page_Opened_AnswersWithNoViolation(string page, int width) => VisitAsync(
        page,
        async widget =>
        {
            web.Answer = request => ModelScript.Of(WebChat.SentenceOf(request), " [1].");
            await Expect(widget.Button).ToBeVisibleAsync();
            await Axe.ShouldPassAsync(widget.Page, $"{page}, closed, {width}");
            await Screens.TakeAsync(widget.Page, $"widget-{page}-{width}-closed");

            await widget.OpenAsync();
            await Screens.TakeAsync(widget.Page, $"widget-{page}-{width}-open");
            await Axe.ShouldPassAsync(widget.Page, $"{page}, open, {width}");
            await widget.AskAsync(Question);
            await ChatPage.UntilAsync(widget.Answers.First, "done");
            await Expect(widget.Answers.First.Locator("button.citation").First).ToBeVisibleAsync();
            await Screens.TakeAsync(widget.Page, $"widget-{page}-{width}-answer");
            await Axe.ShouldPassAsync(widget.Page, $"{page}, answered, {width}");

            await widget.Answers.First.Locator("button.citation").First.ClickAsync();
            await Expect(widget.Frame.Locator(".source-panel mark").First).ToBeVisibleAsync();
            await Screens.TakeAsync(widget.Page, $"widget-{page}-{width}-source");
            await Axe.ShouldPassAsync(widget.Page, $"{page}, source, {width}");

            var box = (await widget.Panel.BoundingBoxAsync())!;
            box.Width.Should().Be(width == Phone ? Phone : 400, "it fills a phone's screen, and has its size elsewhere, whatever the page's rules say");
        },
        width);

    [ChromiumFact]
    public Task Page_Loaded_HasNoNewGlobalAndLoadedNothingElse() => VisitAsync("plain", async widget =>
    {
        await Expect(widget.Button).ToBeVisibleAsync();

        // A frame of the same kind has the names that the browser itself gives.
        var added = await widget.Page.EvaluateAsync<string[]>(
            """
            () => {
              const frame = document.body.appendChild(document.createElement('iframe'));
              const own = new Set(Object.getOwnPropertyNames(frame.contentWindow));
              frame.remove();
              return Object.getOwnPropertyNames(window).filter((name) => !own.has(name) && !/^(\d+$|__pw|__playwright)/.test(name));
            }
            """);
        // The browser asks for the icon of a page that names none.
        var loaded = await widget.Page.EvaluateAsync<string[]>(
            "() => performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !name.endsWith('/favicon.ico'))");

        added.Should().BeEmpty();
        loaded.Should().Equal(new Uri(web.Api.Address, "widget.js").ToString());
    });

    [ChromiumFact]
    public Task Keyboard_OpensAsksAndCloses() => VisitAsync("plain", async widget =>
    {
        web.Answer = _ => WebChat.Sentence;
        await Expect(widget.Button).ToHaveAttributeAsync("aria-expanded", "false");
        await widget.Page.Keyboard.PressAsync("Tab");
        await Expect(widget.Button).ToBeFocusedAsync();
        await widget.Page.Keyboard.PressAsync("Enter");
        await Expect(widget.Composer).ToBeFocusedAsync();
        await Expect(widget.Button).ToHaveAttributeAsync("aria-expanded", "true");

        await widget.Page.Keyboard.TypeAsync(Question);
        await widget.Page.Keyboard.PressAsync("Enter");
        await ChatPage.UntilAsync(widget.Answers.First, "done");
        await widget.Page.Keyboard.PressAsync("Escape");

        await Expect(widget.Panel).ToBeHiddenAsync();
        await Expect(widget.Button).ToBeFocusedAsync();
        await widget.Page.Keyboard.PressAsync("Enter");
        await Expect(widget.Answers).ToHaveCountAsync(1);
    });

    [ChromiumFact]
    public async Task Answer_WireCut_GoesOnWithNothingTwice()
    {
        await using var wire = new CuttingProxy(web.Api.Address);
        web.Site.Service = wire.Address;
        try
        {
            var rest = new TaskCompletionSource();
            web.Answer = _ => ModelScript.Of("Antes ", "del corte ").Wait(rest.Task).Text("y después.", WebChat.Proof);
            await VisitAsync(
                "plain",
                async widget =>
                {
                    await widget.OpenAsync();
                    await widget.AskAsync(Question);
                    await Expect(ChatPage.TextOf(widget.Answers.First)).ToHaveTextAsync("Antes del corte");
                    wire.IsDown = true;
                    wire.Cut();
                    await Expect(widget.Answers.First).ToContainTextAsync("Se cortó la conexión");
                    await Screens.TakeAsync(widget.Page, "widget-cut");
                    rest.SetResult();
                    wire.IsDown = false;
                    await ChatPage.UntilAsync(widget.Answers.First, "done");
                    await Expect(ChatPage.TextOf(widget.Answers.First)).ToContainTextAsync("y después");
                    (await ChatPage.TextOf(widget.Answers.First).InnerTextAsync()).Split("Antes del corte").Should().HaveCount(2);
                },
                networkMayFail: true);
        }
        finally
        {
            web.Site.Service = web.Api.Address;
        }
    }

    [ChromiumFact]
    public Task Conversation_NextPageOfTheSite_IsThereAgain() => VisitAsync("plain", async widget =>
    {
        web.Answer = _ => WebChat.Sentence;
        await widget.OpenAsync();
        await widget.AskAsync(Question);
        await ChatPage.UntilAsync(widget.Answers.First, "done");

        await widget.Page.GotoAsync(new Uri(web.Site.Address, "strict").ToString());
        await widget.OpenAsync();
        await Expect(widget.Questions).ToHaveTextAsync([Question]);
        await widget.Frame.GetByRole(AriaRole.Button, new() { Name = "Nueva conversación" }).ClickAsync();
        await Expect(widget.Questions).ToHaveCountAsync(0);
    });

    [ChromiumFact]
    public async Task Site_NotAllowed_IsToldThatThereIsNoChat() => await WidgetPage.VisitAsync(
        web.Browser,
        new Uri(web.Stranger.Address, "plain"),
        async widget =>
        {
            await widget.Page.Clock.InstallAsync();
            await widget.Page.ReloadAsync();
            await widget.Button.ClickAsync();
            await widget.Page.Clock.FastForwardAsync(15_000);
            await Expect(widget.Panel).ToContainTextAsync("El asistente no está disponible en este sitio.");
            await widget.Page.GetByRole(AriaRole.Button, new() { Name = "Cerrar" }).ClickAsync();
            await Expect(widget.Panel).ToBeHiddenAsync();
        },
        networkMayFail: true);

    [ChromiumFact]
    public Task Language_English_IsThatOfTheButtonAndTheChat() => VisitAsync(
        "english",
        async widget =>
        {
            web.Answer = _ => WebChat.Sentence;
            await Expect(widget.Button).ToHaveAttributeAsync("aria-label", "Open the chat: Pregúntale a Azu");
            await widget.Button.ClickAsync();
            var composer = widget.Frame.GetByLabel("Your question", new() { Exact = true });
            await Expect(composer).ToBeVisibleAsync();
            await Expect(widget.Frame.Locator("html")).ToHaveAttributeAsync("lang", "en");
            await Expect(widget.Frame.GetByText("Hello, I'm Azu")).ToBeVisibleAsync();

            await composer.FillAsync(Question);
            await composer.PressAsync("Enter");
            await ChatPage.UntilAsync(widget.Answers.First, "done");
            await widget.Answers.First.Locator("button.citation").First.ClickAsync();
            await Expect(widget.Frame.GetByText("Where it comes from")).ToBeVisibleAsync();
            await Screens.TakeAsync(widget.Page, "widget-english");
            await Axe.ShouldPassAsync(widget.Page, "english");
        });

    [ChromiumFact]
    public Task ReducedMotion_NothingMoves() => VisitAsync(
        "plain",
        async widget =>
        {
            await widget.OpenAsync();
            (await widget.Page.EvaluateAsync<int>(
                "() => document.getAnimations().length + document.querySelector('azusena-widget').shadowRoot.getAnimations().length")).Should().Be(0);
        },
        motion: ReducedMotion.Reduce);

    [ChromiumFact]
    public Task Demo_Page_HasTheChatBothWays() => WidgetPage.VisitAsync(web.Browser, new Uri(web.Api.Address, "widget-demo.html"), async widget =>
    {
        var frame = widget.Page.FrameLocator("main iframe");
        await Expect(frame.GetByLabel("Tu pregunta", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Cerrar el chat" })).ToHaveCountAsync(0);
        await Expect(widget.Button).ToBeVisibleAsync();
        await Screens.TakeAsync(widget.Page, "widget-demo");
        await Axe.ShouldPassAsync(widget.Page, "demo");
    });

    private Task VisitAsync(
        string page, Func<WidgetPage, Task> visit, int width = 1280, bool networkMayFail = false, ReducedMotion motion = ReducedMotion.NoPreference) =>
        WidgetPage.VisitAsync(web.Browser, new Uri(web.Site.Address, page), visit, width, networkMayFail, motion);
}
