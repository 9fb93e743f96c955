using System.Text.RegularExpressions;
using AzuSena.Testing;

namespace AzuSena.Web.Tests;

/// <summary>What becomes of an answer when the wire breaks, or the page is loaded again, in the middle of it.</summary>
[Collection(WebChatGroup.Name)]
public sealed class ReconnectTests(WebChat web)
{
    private const int Words = 60;
    private const int Cuts = 10;

    [ChromiumFact]
    public async Task Answer_WireCutTenTimes_IsWholeWithNothingTwice()
    {
        await using var wire = new CuttingProxy(web.Api.Address);
        var words = Gated(out var gates);
        web.Answer = _ => words;
        await web.VisitAsync(
            async chat =>
            {
                // The seed is fixed, so that a failure comes again.
                var random = new Random(20_260_301);
                var cuts = Enumerable.Range(1, Words - 2).OrderBy(_ => random.Next()).Take(Cuts).ToHashSet();
                await chat.AskAsync("¿Qué es el contrato de aprendizaje?");
                var text = ChatPage.TextOf(chat.Answers.First);
                for (var word = 0; word < Words; word++)
                {
                    gates[word].SetResult();
                    if (!cuts.Contains(word))
                    {
                        continue;
                    }

                    // Half of them once the word is there, half while it is under way.
                    if (random.Next(2) == 0 || word == cuts.Min())
                    {
                        await Expect(text).ToContainTextAsync($"palabra{word} ", new() { UseInnerText = false });
                    }

                    wire.Cut();
                }

                await ChatPage.UntilAsync(chat.Answers.First, "done");
                await Expect(text).ToHaveTextAsync(Exactly(string.Join(' ', Enumerable.Range(0, Words).Select(word => $"palabra{word}"))));
            },
            new ChatVisit(wire.Address, NetworkMayFail: true));
    }

    [ChromiumFact]
    public async Task Answer_WireDownForAWhile_SaysSoAndGoesOn()
    {
        await using var wire = new CuttingProxy(web.Api.Address);
        var rest = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of("Antes ", "del corte ").Wait(rest.Task).Text("y después.", WebChat.Proof);
        await web.VisitAsync(
            async chat =>
            {
                await chat.AskAsync("¿Qué es el contrato de aprendizaje?");
                await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync("Antes del corte");

                wire.IsDown = true;
                wire.Cut();
                await Expect(chat.Answers.First).ToContainTextAsync("Se cortó la conexión");
                await Expect(chat.Page.Locator(".banner")).ToContainTextAsync("No logro comunicarme con AzuSENA");
                await Screens.TakeAsync(chat.Page, "connection-lost");
                rest.SetResult();
                wire.IsDown = false;

                await ChatPage.UntilAsync(chat.Answers.First, "done");
                await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync(Exactly("Antes del corte y después"));
                await Expect(chat.Page.Locator(".banner")).ToHaveCountAsync(0);
            },
            new ChatVisit(wire.Address, NetworkMayFail: true));
    }

    [ChromiumFact]
    public Task Answer_PageReloadedInTheMiddle_GoesOn() => web.VisitAsync(async chat =>
    {
        var rest = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of("Antes ", "de recargar ").Wait(rest.Task).Text("y después.", WebChat.Proof);
        await chat.AskAsync("¿Qué es el contrato de aprendizaje?");
        await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync("Antes de recargar");

        await chat.Page.ReloadAsync();
        await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync("Antes de recargar");
        rest.SetResult();

        await ChatPage.UntilAsync(chat.Answers.First, "done");
        await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync(Exactly("Antes de recargar y después"));
        await Expect(chat.Questions).ToHaveCountAsync(1);
    });

    [ChromiumFact]
    public Task Question_Offline_IsToldAndAskedAgain() => web.VisitAsync(
        async chat =>
        {
            web.Answer = _ => ModelScript.Of("Ya hay conexión.", WebChat.Proof);
            await Expect(chat.Suggestions.First).ToBeVisibleAsync();
            await chat.Page.Context.SetOfflineAsync(true);
            await Expect(chat.Page.Locator(".banner")).ToContainTextAsync("Estás sin conexión");
            await chat.AskAsync("¿Qué es el contrato de aprendizaje?");
            await Expect(chat.Answers.First).ToContainTextAsync("Revisa tu conexión");
            await Screens.TakeAsync(chat.Page, "offline");
            await Axe.ShouldPassInEveryLookAsync(chat.Page, "offline");

            await chat.Page.Context.SetOfflineAsync(false);
            await Expect(chat.Page.Locator(".banner")).ToHaveCountAsync(0);
            await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Preguntar de nuevo" }).ClickAsync();
            await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync(Exactly("Ya hay conexión"));
            await Expect(chat.Questions).ToHaveCountAsync(1);
        },
        new ChatVisit(NetworkMayFail: true));

    // No passage says such things: grounding adds a doubt at the end of the sentence, and perhaps a citation. The proof follows.
    private static Regex Exactly(string text) =>
        new(
            $@"^{Regex.Escape(text)}(?: \d)?\s*\.?\s*(?:\?\(Verifica esta frase\))?\s*"
                + $"{Regex.Escape(WebChat.Proof.Trim().Replace("[1]", "1", StringComparison.Ordinal))}$",
            RegexOptions.None, TimeSpan.FromSeconds(10));

    private static ModelScript Gated(out TaskCompletionSource[] gates)
    {
        gates = [.. Enumerable.Range(0, Words).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        var script = ModelScript.Of();
        for (var word = 0; word < Words; word++)
        {
            script.Wait(gates[word].Task).Text($"palabra{word} ");
        }

        return script.Text(".", WebChat.Proof);
    }
}
