using System.Net;

namespace AzuSena.Web.Tests;

/// <summary>The list of conversations, and what can be done with an answer.</summary>
[Collection(WebChatGroup.Name)]
public sealed class ConversationTests(WebChat web)
{
    [ChromiumFact]
    public Task Conversations_SeveralBegun_AreOpenedRenamedAndDeleted() => web.VisitAsync(async chat =>
    {
        web.Answer = request => request.LastQuestion.Contains("SENNOVA") ? ModelScript.Of("Sobre SENNOVA.") : WebChat.Sentence;
        await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        await chat.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Nueva conversación" }).ClickAsync();
        await Expect(chat.Suggestions.First).ToBeVisibleAsync();
        await chat.AskToTheEndAsync("¿Qué es SENNOVA?");

        await chat.OpenList.ClickAsync();
        await Expect(chat.List.Locator(".row")).ToHaveCountAsync(2);
        await chat.List.Locator(".row-title").Nth(1).ClickAsync();
        await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync("El contrato de aprendizaje es un contrato laboral especial 1.");
        await Expect(chat.Composer).ToBeFocusedAsync();

        await chat.OpenList.ClickAsync();
        await chat.List.GetByRole(AriaRole.Button, new() { Name = "Cambiar el nombre" }).Nth(1).ClickAsync();
        await chat.List.GetByLabel("Nombre de la conversación").FillAsync("Mi contrato");
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.List.Locator(".row-title").Nth(1)).ToHaveTextAsync("Mi contrato");
        await chat.Page.ReloadAsync();
        await chat.OpenList.ClickAsync();
        await Expect(chat.List.Locator(".row-title").Nth(1)).ToHaveTextAsync("Mi contrato");

        await chat.List.GetByRole(AriaRole.Button, new() { Name = "Borrar «Mi contrato»" }).ClickAsync();
        var deletion = chat.Page.WaitForResponseAsync(response => response.Request.Method == "DELETE");
        await chat.List.GetByRole(AriaRole.Button, new() { Name = "Sí, borrar" }).ClickAsync();
        var deleted = await deletion;
        await Expect(chat.List.Locator(".row")).ToHaveCountAsync(1);
        await Expect(chat.Questions).ToHaveCountAsync(0);
        using var gone = await web.Api.Client.GetAsync(new Uri(deleted.Url).AbsolutePath);
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
    });

    [ChromiumFact]
    public Task Conversation_BrowserForgotItsNotes_StillMarksTheQuotes() => web.VisitAsync(async chat =>
    {
        web.Answer = request => ModelScript.Of(WebChat.SentenceOf(request), " [1].");
        var answer = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        await chat.Page.EvaluateAsync("() => localStorage.removeItem('azusena.answers')");
        await chat.Page.ReloadAsync();

        await answer.Locator("button.citation").First.ClickAsync();

        await Expect(chat.Source.Locator("mark").First).ToBeVisibleAsync();
    });

    [ChromiumFact]
    public Task Conversation_Gone_IsSaidAndLeavesTheList() => web.VisitAsync(
        async chat =>
        {
            web.Answer = _ => WebChat.Sentence;
            var creation = chat.Page.WaitForResponseAsync("**/azusena_api/conversations");
            await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
            using var deleted = await web.Api.Client.DeleteAsync((await creation).Headers["location"]);
            deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);

            await chat.Page.ReloadAsync();
            await Expect(chat.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ya no existe");
            await chat.OpenList.ClickAsync();
            await Expect(chat.List.Locator(".row")).ToHaveCountAsync(0);
        },
        new ChatVisit(NetworkMayFail: true));

    [ChromiumFact]
    public Task Answer_CopiedAndDownloaded_IsMarkdown() => web.VisitAsync(
        async chat =>
        {
            web.Answer = _ => ModelScript.Of("Un **contrato** [1].");
            var answer = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
            await answer.GetByRole(AriaRole.Button, new() { Name = "Copiar la respuesta" }).ClickAsync();
            await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Copiada" })).ToBeVisibleAsync();
            (await chat.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).Should().Be("Un **contrato** [1].");

            var download = await chat.Page.RunAndWaitForDownloadAsync(
                () => chat.Page.GetByRole(AriaRole.Button, new() { Name = "Descargar esta conversación" }).ClickAsync());
            download.SuggestedFilename.Should().StartWith("conversacion-azusena-").And.EndWith(".md");
            (await File.ReadAllTextAsync((await download.PathAsync())!))
                .Should().Contain("¿Qué es el contrato de aprendizaje?").And.Contain("Un **contrato** [1].");
        },
        new ChatVisit(Context: options => options.Permissions = ["clipboard-read", "clipboard-write"]));

    [ChromiumFact]
    public Task FollowUp_Rewritten_ShowsWhatWasUnderstood() => web.VisitAsync(async chat =>
    {
        web.Answer = _ => WebChat.Sentence;
        await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        web.Rewritten = "¿Cuánto dura el contrato de aprendizaje?";

        await Expect(await chat.AskToTheEndAsync("¿Y cuánto dura?")).ToContainTextAsync("Entendí: «¿Cuánto dura el contrato de aprendizaje?»");
    });

    [ChromiumFact]
    public Task Model_CallsATool_IsToldInPlainWords() => web.VisitAsync(async chat =>
    {
        var rest = new TaskCompletionSource();
        web.Answer = request => request.Messages.Any(message => message.StartsWith("tool:", StringComparison.Ordinal))
            ? ModelScript.Of("No hay ").Wait(rest.Task).Text("clase ese día [1].")
            : ModelScript.Of().Call("calendar_is_holiday", new() { ["date"] = "2026-12-25" });
        await chat.AskAsync("¿El contrato de aprendizaje descansa el 25 de diciembre de 2026?");
        var answer = chat.Answers.First;

        await Expect(answer.Locator(".tools")).ToContainTextAsync("Calendario: 2026-12-25 → Sí, el viernes 25 de diciembre de 2026 es festivo");
        await Expect(answer.Locator(".progress")).ToContainTextAsync("Escribiendo");
        rest.SetResult();
        await ChatPage.UntilAsync(answer, "done");
        await Expect(answer.Locator(".progress")).ToHaveCountAsync(0);
    });

    [ChromiumFact]
    public Task Model_DiesBeforeItsFirstWord_ShowsThatThePassagesSpeak() => web.VisitAsync(async chat =>
    {
        web.Answer = _ => ModelScript.Of().Die();

        var answer = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");

        await Expect(answer).ToContainTextAsync("te muestro lo que dicen los documentos, tal cual");
        await Expect(answer.Locator("button.citation").First).ToBeVisibleAsync();
    });

    [ChromiumFact]
    public Task Feedback_WithAWord_ReachesTheService() => web.VisitAsync(async chat =>
    {
        web.Answer = _ => WebChat.Sentence;
        var answer = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        await answer.GetByRole(AriaRole.Button, new() { Name = "No me sirvió" }).ClickAsync();
        await answer.GetByLabel("¿Quieres contarnos por qué?").FillAsync("Le falta la duración");
        var sending = chat.Page.WaitForResponseAsync("**/feedback");
        await answer.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).ClickAsync();

        var sent = await sending;
        sent.Status.Should().Be((int)HttpStatusCode.NoContent);
        sent.Request.PostData.Should().Contain("\"rating\":\"down\"").And.Contain("Le falta la duración");
        await Expect(answer).ToContainTextAsync("¡Gracias!");
        await chat.Page.ReloadAsync();
        await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "No me sirvió" })).ToHaveAttributeAsync("aria-pressed", "true");
    });
}
