namespace AzuSena.Web.Tests;

/// <summary>A newcomer's first minute, with everything in it.</summary>
[Collection(WebChatGroup.Name)]
public sealed class FirstMinuteTests(WebChat web)
{
    [ChromiumFact]
    public Task Newcomer_FromASuggestionToAReload_FindsItAllThere() => web.VisitAsync(async chat =>
    {
        var rest = new TaskCompletionSource();
        var said = "";
        web.Answer = request =>
        {
            said = WebChat.SentenceOf(request);
            var end = said.LastIndexOf(' ');
            return ModelScript.Of(said[..end] + " ").Wait(rest.Task).Text(said[(end + 1)..] + " [1].");
        };
        var question = await chat.Suggestions.First.TextContentAsync();

        await chat.Suggestions.First.ClickAsync();
        var first = chat.Answers.Nth(0);
        await Expect(chat.Questions.First).ToHaveTextAsync(question!);
        await Expect(ChatPage.TextOf(first)).Not.ToBeEmptyAsync();
        await Expect(ChatPage.TextOf(first)).ToHaveTextAsync(said[..said.LastIndexOf(' ')]);
        await ChatPage.UntilAsync(first, "writing");
        rest.SetResult();
        await ChatPage.UntilAsync(first, "done");
        await Expect(ChatPage.TextOf(first)).ToHaveTextAsync($"{said} 1.");

        var quoted = await OpenCitationAsync(chat, first);

        var held = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of("Segunda ", "respuesta ").Wait(held.Task).Text("que nadie quiso.");
        await chat.AskAsync("¿Qué es SENNOVA?");
        var second = chat.Answers.Nth(1);
        await Expect(ChatPage.TextOf(second)).ToHaveTextAsync("Segunda respuesta");
        await chat.Stop.ClickAsync();
        await ChatPage.UntilAsync(second, "stopped");
        await Expect(second).ToContainTextAsync("Detuviste esta respuesta.");
        await web.Ollama.Requests[^1].ClientLeft.WaitAsync(TestApi.Patience);

        web.Answer = _ => WebChat.Sentence;
        var third = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        await Expect(third).ToContainTextAsync("El contrato de aprendizaje es");

        await chat.Page.ReloadAsync();
        await Expect(chat.Questions).ToHaveTextAsync([question!, "¿Qué es SENNOVA?", "¿Qué es el contrato de aprendizaje?"]);
        await Expect(ChatPage.TextOf(chat.Answers.Nth(0))).ToHaveTextAsync($"{said} 1.");
        await Expect(ChatPage.TextOf(chat.Answers.Nth(1))).ToHaveTextAsync("Segunda respuesta");
        await ChatPage.UntilAsync(chat.Answers.Nth(1), "stopped");
        await Expect(ChatPage.TextOf(chat.Answers.Nth(2))).ToHaveTextAsync("El contrato de aprendizaje es un contrato laboral especial 1.");
        (await OpenCitationAsync(chat, chat.Answers.Nth(0))).Should().Be(quoted, "the sentence is highlighted after a reload too");
    });

    private static async Task<string> OpenCitationAsync(ChatPage chat, ILocator answer)
    {
        var mark = ChatPage.TextOf(answer).Locator("button.citation").First;
        await mark.ClickAsync();
        await Expect(chat.Source.GetByRole(AriaRole.Heading, new() { Name = "Fuente 1" })).ToBeFocusedAsync();
        await Expect(chat.Source.Locator("h3")).Not.ToBeEmptyAsync();
        await Expect(chat.Source.Locator("dl")).ToContainTextAsync("De dónde sale");
        var quoted = chat.Source.Locator("mark");
        await Expect(quoted.First).ToBeInViewportAsync();
        var text = string.Concat(await quoted.AllTextContentsAsync());
        await chat.Page.Keyboard.PressAsync("Escape");
        await Expect(chat.Source).ToHaveCountAsync(0);
        await Expect(mark).ToBeFocusedAsync();
        return text;
    }
}
