using System.Net;
using AzuSena.Answering;
using AzuSena.Testing;
using AzuSena.Testing.Voice;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Web.Tests;

/// <summary>Reading aloud is never silent without a word: there is no Spanish voice in this browser, so the service has to speak.</summary>
[Collection(WebChatGroup.Name)]
public sealed class ReadAloudTests(WebChat web)
{
    private const string Speech = "**/azusena_api/speech";

    [ChromiumFact]
    public async Task Listen_NoVoiceAnywhere_SaysSo()
    {
        await using var api = await TestApi.StartAsync("--Voice:Espeak=/no/espeak-ng");
        await web.VisitAsync(
            async chat =>
            {
                var answer = await chat.AskToTheEndAsync("¿Dónde se entrega el carné del aprendiz?");
                await Listen(answer).ClickAsync();

                await Expect(answer.GetByRole(AriaRole.Status).Filter(new() { HasText = "no hay una voz en español" })).ToBeVisibleAsync();
                await Expect(Listen(answer)).ToBeVisibleAsync();
                await Screens.TakeAsync(chat.Page, "no-voice");
                await Axe.ShouldPassAsync(chat.Page, "no voice");
            },
            new ChatVisit(api.Address, NetworkMayFail: true));
    }

    [ChromiumFact]
    public async Task ReadEachAnswer_NoVoiceAnywhere_SaysSoAndStaysOff()
    {
        await using var api = await TestApi.StartAsync("--Voice:Espeak=/no/espeak-ng");
        await web.VisitAsync(
            async chat =>
            {
                await Each(chat).ClickAsync();

                await Expect(chat.Page.Locator(".banner")).ToContainTextAsync("no hay una voz en español");
                await Expect(Each(chat)).ToHaveAttributeAsync("aria-pressed", "false");
                await Screens.TakeAsync(chat.Page, "notice");
                await Axe.ShouldPassAsync(chat.Page, "notice");
                await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Entendido" }).ClickAsync();
                await Expect(chat.Page.Locator(".banner")).ToHaveCountAsync(0);
                await Expect(Each(chat)).ToBeFocusedAsync();
            },
            new ChatVisit(api.Address, NetworkMayFail: true));
    }

    [ChromiumTheory]
    [InlineData(HttpStatusCode.TooManyRequests, "rate_limited", "Llegaron demasiadas solicitudes seguidas.", "Espera unos 7 segundos")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "voice_busy", "Hay demasiadas lecturas en espera.", "Espera unos 7 segundos")]
    [InlineData(HttpStatusCode.GatewayTimeout, "speech_timeout", "La lectura tardó demasiado.", "La lectura tardó demasiado.")]
    public Task Listen_ServiceRefuses_SaysWhy(HttpStatusCode status, string code, string detail, string told) => web.VisitAsync(
        async chat =>
        {
            web.Answer = _ => WebChat.Sentence;
            await chat.Page.RouteAsync(Speech, route => route.FulfillAsync(new()
            {
                Status = (int)status,
                ContentType = "application/problem+json",
                Headers = status == HttpStatusCode.GatewayTimeout ? [] : new Dictionary<string, string> { ["Retry-After"] = "7" },
                Body = $$"""{"code": "{{code}}", "detail": "{{detail}}"}""",
            }));
            var answer = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
            await Listen(answer).ClickAsync();

            await Expect(answer.GetByRole(AriaRole.Status).Filter(new() { HasText = detail })).ToContainTextAsync(told);
        },
        new ChatVisit(NetworkMayFail: true));

    [ChromiumFact]
    public Task Listen_SoundThatCannotBePlayed_SaysSo() => web.VisitAsync(async chat =>
    {
        web.Answer = _ => WebChat.Sentence;
        await chat.Page.RouteAsync(Speech, route => route.FulfillAsync(new() { Status = 200, ContentType = "audio/wav", Body = "no es un sonido" }));
        var answer = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        await Listen(answer).ClickAsync();

        await Expect(answer.GetByRole(AriaRole.Status).Filter(new() { HasText = "No se pudo leer" })).ToBeVisibleAsync();
    });

    [ChromiumFact]
    public async Task Listen_AnswerWithARest_ReadsTheLeadAndThenTheRest()
    {
        var tone = await Clips.ToneAsync(440);
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(new ShortComposer()));
        await web.VisitAsync(
            async chat =>
            {
                var read = new List<string>();
                await chat.Page.RouteAsync(Speech, route =>
                {
                    read.Add(route.Request.PostDataJSON()!.Value.GetProperty("text").GetString()!);
                    return route.FulfillAsync(new() { Status = 200, ContentType = "audio/wav", BodyBytes = tone });
                });
                var answer = await chat.AskToTheEndAsync("¿Cuándo abre la biblioteca, y dónde se entrega el carné del aprendiz?");
                var lead = (await ChatPage.TextOf(answer).InnerTextAsync()).Split('\n')[0];
                var more = await answer.Locator(".more-quotes blockquote").TextContentAsync();
                await Listen(answer).ClickAsync();
                var on = answer.GetByRole(AriaRole.Button, new() { Name = "Escuchar lo demás" });
                await Expect(on).ToBeVisibleAsync();
                await Axe.ShouldPassAsync(chat.Page, "rest offered");
                await on.ClickAsync();
                await Expect(Listen(answer)).ToBeVisibleAsync();

                read.Should().Equal($"{lead.Replace(" 1", "", StringComparison.Ordinal)}\n¿Quieres que te cuente más? Toca «Escuchar lo demás».", more);
            },
            new ChatVisit(api.Address));
    }

    private static ILocator Listen(ILocator answer) => answer.GetByRole(AriaRole.Button, new() { Name = "Escuchar la respuesta" });

    private static ILocator Each(ChatPage chat) => chat.Page.GetByRole(AriaRole.Button, new() { Name = "Leer las respuestas en voz alta" });
}
