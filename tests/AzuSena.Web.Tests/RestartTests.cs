using AzuSena.Testing;

namespace AzuSena.Web.Tests;

/// <summary>What the page says once the service has stopped, or come back as another process.</summary>
[Collection(WebChatGroup.Name)]
public sealed class RestartTests(WebChat web)
{
    private const string Question = "¿Dónde se entrega el carné del aprendiz?";

    [ChromiumTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answer_ServiceStartedAnew_IsToldAndAskedAgain(bool reloaded)
    {
        using var folder = new TemporaryFolder();
        var rest = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of("Antes ", "del reinicio ").Wait(rest.Task).Fail("llama runner process has terminated");
        var before = await StartAsync(folder);
        await using var wire = new CuttingProxy(before.Address);
        await web.VisitAsync(
            async chat =>
            {
                await chat.AskAsync(Question);
                await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync("Antes del reinicio");
                wire.IsDown = true;
                wire.Cut();
                rest.SetResult();
                await before.DisposeAsync();
                await using var after = await StartAsync(folder);
                (wire.Server, wire.IsDown) = (after.Address, false);
                if (reloaded)
                {
                    await chat.Page.ReloadAsync();
                }

                await ChatPage.UntilAsync(chat.Answers.First, "failed");
                await Expect(chat.Answers.First).ToContainTextAsync("El servicio se reinició; pregunta de nuevo.");
                if (!reloaded)
                {
                    await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync("Antes del reinicio");
                    await Expect(chat.Answers.First).ToContainTextAsync("Respuesta sin terminar");
                }

                await Screens.TakeAsync(chat.Page, "restarted");
                web.Answer = _ => ModelScript.Of("El carné se entrega en la coordinación académica [1].");
                await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Preguntar de nuevo" }).ClickAsync();
                await ChatPage.UntilAsync(chat.Answers.First, "done");
                await Expect(ChatPage.TextOf(chat.Answers.First)).ToContainTextAsync("El carné se entrega en la coordinación académica");
                await Expect(chat.Questions).ToHaveCountAsync(1);
            },
            new ChatVisit(wire.Address, NetworkMayFail: true));
    }

    [ChromiumFact]
    public async Task Answer_NotKnownAnyMoreButKept_IsShownWhole()
    {
        await using var wire = new CuttingProxy(web.Api.Address);
        var rest = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of("Antes ", "del corte ").Wait(rest.Task).Text("y después.", WebChat.Proof);
        await web.VisitAsync(
            async chat =>
            {
                var id = "";
                await AlterAsync(chat, toService: message =>
                    message.Contains("\"target\":\"Resume\"", StringComparison.Ordinal) ? message.Replace(id, "otra", StringComparison.Ordinal) : message);
                await chat.AskAsync("¿Qué es el contrato de aprendizaje?");
                await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync("Antes del corte");
                var running = await chat.Page.EvaluateAsync<Dictionary<string, string>>("() => JSON.parse(sessionStorage.getItem('azusena.running'))");
                id = running["questionId"];
                wire.IsDown = true;
                wire.Cut();
                rest.SetResult();
                await UntilKeptAsync(running["conversation"], id);
                wire.IsDown = false;

                await ChatPage.UntilAsync(chat.Answers.First, "done");
                await Expect(ChatPage.TextOf(chat.Answers.First)).ToContainTextAsync("Antes del corte y después");
            },
            new ChatVisit(wire.Address, NetworkMayFail: true));
    }

    [ChromiumFact]
    public Task Answer_ServiceStops_StaysReadableAndIsMarkedAsUnfinished() => web.VisitAsync(
        async chat =>
        {
            web.Answer = _ => ModelScript.Of("La mitad ", "está aquí ").Fail("llama runner process has terminated");
            await AlterAsync(chat, toPage: message => message.Replace("\"code\":\"model_unavailable\"", "\"code\":\"stopping\"", StringComparison.Ordinal));
            await chat.AskAsync("¿Qué es el contrato de aprendizaje?");
            await ChatPage.UntilAsync(chat.Answers.First, "failed");
            await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync("La mitad está aquí");
            await Expect(chat.Answers.First.Locator(".problem")).ToContainTextAsync("Respuesta sin terminar");

            await chat.Page.ReloadAsync();
            await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync("La mitad está aquí");
            await Expect(chat.Answers.First.Locator(".problem")).ToContainTextAsync("Respuesta sin terminar");
            web.Answer = _ => WebChat.Sentence;
            await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Preguntar de nuevo" }).ClickAsync();
            await ChatPage.UntilAsync(chat.Answers.First, "done");
        });

    [ChromiumFact]
    public Task Turn_NotKept_IsTold() => web.VisitAsync(async chat =>
    {
        web.Answer = _ => WebChat.Sentence;
        const string NotKept = "\"not_kept\":{\"code\":\"store_unavailable\",\"message\":\"Esta respuesta no quedó guardada.\"},\"low_confidence\":";
        await AlterAsync(chat, toPage: message => message.Replace("\"low_confidence\":", NotKept, StringComparison.Ordinal));

        await Expect(await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?")).ToContainTextAsync("no quedó guardada");
        await Screens.TakeAsync(chat.Page, "not-kept");
        await Axe.ShouldPassAsync(chat.Page, "not kept");
    });

    private async Task<TestApi> StartAsync(TemporaryFolder folder)
    {
        var api = await TestApi.StartAsync(
            "--Llm:Provider=auto", "--Ollama:Host=127.0.0.1", $"--Ollama:Port={web.Ollama.Port}", "--Llm:ProbeSeconds=1",
                $"--Memory:DataDirectory={folder.Combine("data")}");
        await WebChat.UntilItServesAsync(api);
        return api;
    }

    private Task UntilKeptAsync(string conversation, string question) => Eventually.TrueAsync(async () =>
        (await web.Api.Client.GetStringAsync($"/azusena_api/conversations/{conversation}")).Contains(question, StringComparison.Ordinal));

    /// <summary>Changes what the page and the service say to each other.</summary>
    private static async Task AlterAsync(ChatPage chat, Func<string, string>? toPage = null, Func<string, string>? toService = null)
    {
        await chat.Page.RouteWebSocketAsync("**/hubs/chat**", socket =>
        {
            var service = socket.ConnectToServer();
            socket.OnMessage(frame => service.Send(toService is null ? frame.Text! : toService(frame.Text!)));
            service.OnMessage(frame => socket.Send(toPage is null ? frame.Text! : toPage(frame.Text!)));
        });
        await chat.Page.ReloadAsync();
    }
}
