using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Web.Tests;

/// <summary>The lead comes first, and what else was found is behind a button; the same when the conversation is opened again.</summary>
[Collection(WebChatGroup.Name)]
public sealed class MoreTests(WebChat web)
{
    private const string Question = "¿Qué es la etapa productiva y cuánto dura?";

    private const string RightEdge = "() => Math.max(...[...document.querySelectorAll('.more, .more *')].map((one) => one.getBoundingClientRect().right))";

    [ChromiumFact]
    public async Task Answer_WithMore_IsTheSameLiveAndAfterAReload()
    {
        await using var api = await StartAsync(Completeness.Partial);
        await web.VisitAsync(
            async chat =>
            {
                var answer = await chat.AskToTheEndAsync(Question);
                var live = await LookAsync(chat, answer);
                await Screens.TakeAsync(chat.Page, "more");
                await Axe.ShouldPassInEveryLookAsync(chat.Page, "more");
                var said = string.Join('\n', await chat.Page.Locator("[role=log] p").AllTextContentsAsync());
                said.Should().Contain("Hay más en «Ver más».").And.Contain("Respuesta parcial");

                await chat.Page.ReloadAsync();

                (await LookAsync(chat, answer)).Should().Be(live);
            },
            new ChatVisit(api.Address));
    }

    [ChromiumTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task More_Opened_FitsEachLook(ColorScheme theme, int width)
    {
        await using var api = await StartAsync(Completeness.Complete);
        await web.VisitAsync(
            async chat =>
            {
                var answer = await chat.AskToTheEndAsync(Question);
                await Screens.TakeAsync(chat.Page, $"more-{theme}-{width}-1-closed");
                (await chat.Page.EvaluateAsync<double>(RightEdge)).Should().BeLessThanOrEqualTo(width);
                await Open(answer).ClickAsync();
                await Axe.ShouldPassAsync(chat.Page, "more opened");
                await Screens.TakeAsync(chat.Page, $"more-{theme}-{width}-2-open");
                (await chat.Page.EvaluateAsync<double>(RightEdge)).Should().BeLessThanOrEqualTo(width);
            },
            new ChatVisit(api.Address, theme, width));
    }

    [ChromiumFact]
    public async Task Copy_AnswerWithMore_CopiesTheAnswerAlone()
    {
        await using var api = await StartAsync(Completeness.Complete);
        await web.VisitAsync(
            async chat =>
            {
                var answer = await chat.AskToTheEndAsync(Question);
                await Open(answer).ClickAsync();
                var quote = await answer.Locator(".more-quotes blockquote").First.InnerTextAsync();
                await answer.GetByRole(AriaRole.Button, new() { Name = "Copiar la respuesta" }).ClickAsync();
                await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Copiada" })).ToBeVisibleAsync();

                var copied = await chat.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
                copied.Should().Contain("[1]").And.NotContain(quote);
            },
            new ChatVisit(api.Address, Context: options => options.Permissions = ["clipboard-read", "clipboard-write"]));
    }

    private static ILocator Open(ILocator answer) => answer.GetByRole(AriaRole.Button, new() { Name = "Ver más" });

    // What a person sees and does of it, as text.
    private static async Task<string> LookAsync(ChatPage chat, ILocator answer)
    {
        await Expect(answer.Locator(".lead")).Not.ToBeEmptyAsync();
        await Expect(answer).ToContainTextAsync("Respuesta parcial");
        var closed = await answer.Locator(".answer-body").InnerTextAsync();
        closed.Should().Contain("Más en:");
        var place = answer.Locator(".more-places button").First;
        await Expect(place).ToContainTextAsync(" › ");
        await place.ClickAsync();
        await Expect(chat.Source.Locator("mark").First).ToBeVisibleAsync();
        await chat.Page.Keyboard.PressAsync("Escape");
        await chat.SourceClosedAsync(place);

        await Expect(Open(answer)).ToHaveAttributeAsync("aria-expanded", "false");
        await Open(answer).ClickAsync();
        var less = answer.GetByRole(AriaRole.Button, new() { Name = "Ver menos" });
        await Expect(less).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(less).ToBeFocusedAsync();
        var open = await answer.Locator(".answer-body").InnerTextAsync();
        var source = answer.Locator(".more-quotes button").First;
        await source.ClickAsync();
        await Expect(chat.Source.Locator("mark").First).ToBeVisibleAsync();
        await chat.Page.Keyboard.PressAsync("Escape");
        await chat.SourceClosedAsync(source);
        await less.ClickAsync();
        return $"{await answer.Locator(".lead").InnerTextAsync()}\n{closed}\n{open}";
    }

    private static async Task<TestApi> StartAsync(Completeness completeness)
    {
        var api = TestApi.Build(
            services => services.AddSingleton<IAnswerComposer>(new ShortComposer(completeness)), Repository.Corpus, "--Answering:AbstainBelow=0");
        await api.StartAsync();
        await api.Indexed;
        return api;
    }
}
