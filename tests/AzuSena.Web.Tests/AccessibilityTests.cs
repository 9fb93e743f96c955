using AzuSena.Testing;

namespace AzuSena.Web.Tests;

/// <summary>axe finds nothing on any screen, in either theme, and a whole conversation needs no mouse.</summary>
[Collection(OtherWebChatGroup.Name)]
public sealed class AccessibilityTests(WebChat web)
{
    // One conversation, looked at in every look at each of its screens: the looks need no conversation each.
    [ChromiumFact]
    public Task Screens_EachLook_HaveNoViolation() => web.VisitAsync(async chat =>
    {
        await Expect(chat.Suggestions.First).ToBeVisibleAsync();
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "welcome");

        var rest = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of().Think("Pienso.")
            .Text("El contrato de aprendizaje es un contrato laboral especial [1]. Una respuesta con **énfasis**, ", "`código`, ").Wait(rest.Task)
            .Text("y\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n\nfin.");
        await chat.AskAsync("¿Qué es el contrato de aprendisaje?");
        await ChatPage.UntilAsync(chat.Answers.First, "writing");
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "writing");
        rest.SetResult();
        await ChatPage.UntilAsync(chat.Answers.First, "done");
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "answer");

        await chat.Answers.First.Locator("button.citation").First.ClickAsync();
        await Expect(chat.Source.Locator("mark").First).ToBeVisibleAsync();
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "source");
        await chat.Page.Keyboard.PressAsync("Escape");
        await chat.SourceClosedAsync(chat.Answers.First.Locator("button.citation").First);

        await chat.Answers.First.GetByRole(AriaRole.Button, new() { Name = "No me sirvió" }).ClickAsync();
        await Expect(chat.Answers.First.GetByText("¿Quieres contarnos por qué?")).ToBeVisibleAsync();
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "feedback");

        web.Answer = _ => ModelScript.Of("El contrato de aprendizaje es un contrato laboral especial [1].\n\n| A | B |\n|---|---|\n| 1 | 2 |");
        await chat.AskToTheEndAsync("¿Y qué es el contrato de aprendizaje?");
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "two answers");

        web.Answer = _ => ModelScript.Of("La mitad se ").Fail("llama runner process has terminated");
        await chat.AskAsync("¿Qué es SENNOVA?");
        await ChatPage.UntilAsync(chat.Answers.Nth(2), "failed");
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "error");

        web.Answer = _ => ModelScript.Of("No lo encontré en los documentos que tengo.");
        await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "abstained");

        await chat.OpenList.ClickAsync();
        await Expect(chat.List).ToBeVisibleAsync();
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "list");
        await chat.List.GetByRole(AriaRole.Button, new() { Name = "Cambiar el nombre" }).First.ClickAsync();
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "rename");
        await chat.Page.Keyboard.PressAsync("Escape");
        await chat.List.GetByRole(AriaRole.Button, new() { Name = "Borrar" }).First.ClickAsync();
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "delete");
    });

    [ChromiumFact]
    public async Task ConnectionLost_EachLook_HasNoViolation()
    {
        await using var wire = new CuttingProxy(web.Api.Address);
        var rest = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of("Antes ", "del corte ").Wait(rest.Task);
        await web.VisitAsync(
            async chat =>
            {
                await chat.AskAsync("¿Qué es el contrato de aprendizaje?");
                await Expect(ChatPage.TextOf(chat.Answers.First)).ToHaveTextAsync("Antes del corte");
                wire.IsDown = true;
                wire.Cut();
                await Expect(chat.Answers.First).ToContainTextAsync("Se cortó la conexión");
                await Expect(chat.Page.Locator(".banner")).ToContainTextAsync("No logro comunicarme con AzuSENA");

                await Axe.ShouldPassInEveryLookAsync(chat.Page, "connection lost");
            },
            new ChatVisit(wire.Address, NetworkMayFail: true));
        rest.SetResult();
    }

    [ChromiumFact]
    public Task Conversation_ByKeyboardAlone_IsWhole() => web.VisitAsync(async chat =>
    {
        var page = chat.Page;
        web.Answer = request => ModelScript.Of(WebChat.SentenceOf(request), " [1].");
        await Expect(chat.Composer).ToBeFocusedAsync();

        // From the very top: the skip link comes first, and leads to the conversation.
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.ReloadAsync();
        await Expect(chat.Suggestions.First).ToBeVisibleAsync();
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Saltar a la conversación" });
        await chat.TabToAsync(skip, backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await chat.TabToAsync(chat.Suggestions.First);
        await page.Keyboard.PressAsync("Enter");
        await ChatPage.UntilAsync(chat.Answers.First, "done");
        await Expect(chat.Composer).ToBeFocusedAsync();

        var held = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of("A medias ").Wait(held.Task);
        await page.Keyboard.TypeAsync("¿Qué es SENNOVA?");
        await page.Keyboard.PressAsync("Enter");
        await Expect(ChatPage.TextOf(chat.Answers.Nth(1))).ToHaveTextAsync("A medias");
        await chat.TabToAsync(chat.Stop);
        await page.Keyboard.PressAsync("Enter");
        await ChatPage.UntilAsync(chat.Answers.Nth(1), "stopped");
        await Expect(chat.Composer).ToBeFocusedAsync();

        var mark = ChatPage.TextOf(chat.Answers.First).Locator("button.citation").First;
        await chat.TabToAsync(mark, backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.Source.GetByRole(AriaRole.Heading, new() { Name = "Fuente 1" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(mark).ToBeFocusedAsync();

        await chat.TabToAsync(chat.Answers.First.GetByRole(AriaRole.Button, new() { Name = "Me sirvió", Exact = true }));
        await page.Keyboard.PressAsync("Space");
        var comment = chat.Answers.First.GetByLabel("¿Quieres contarnos por qué?");
        await chat.TabToAsync(comment);
        await page.Keyboard.TypeAsync("Clara y corta");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.Answers.First).ToContainTextAsync("¡Gracias!");

        await chat.TabToAsync(chat.OpenList, backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.List.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await chat.TabToAsync(chat.List.GetByRole(AriaRole.Button, new() { Name = "Cambiar el nombre" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.List.GetByLabel("Nombre de la conversación")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Mi contrato");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.List.Locator(".row-title")).ToHaveTextAsync("Mi contrato");
        await chat.TabToAsync(chat.List.GetByRole(AriaRole.Button, new() { Name = "Borrar" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.List.GetByRole(AriaRole.Button, new() { Name = "No", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await Expect(chat.List).ToHaveCountAsync(0);
        await Expect(chat.OpenList).ToBeFocusedAsync();
    });

    [ChromiumFact]
    public Task Sentences_WithoutSupport_AreMarkedAndListed() => web.VisitAsync(async chat =>
    {
        const string Text = "La primera frase es **cierta [1]. La segunda no lo es.** La tercera tampoco.";
        web.Answer = _ => ModelScript.Of(Text, WebChat.Proof);
        var answer = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");

        // As the service's groundings are noted for a reload.
        var end = Text.IndexOf("** La tercera", StringComparison.Ordinal);
        await chat.Page.EvaluateAsync(
            """
            (end) => {
              const notes = JSON.parse(localStorage.getItem('azusena.answers'));
              notes[0][1].grounding = [{ sentence: 'La segunda no lo es.', start: 34, end, support: 'unsupported', not_found: ['artículo 45'] }];
              localStorage.setItem('azusena.answers', JSON.stringify(notes));
            }
            """,
            end);
        await chat.Page.ReloadAsync();

        await Expect(answer.Locator(".doubt-mark")).ToHaveCountAsync(1);
        await Expect(answer.Locator("strong", new() { HasText = "cierta" })).ToContainTextAsync("La segunda no lo es.");
        await Expect(answer.Locator(".notice-doubts")).ToContainTextAsync("«La segunda no lo es.» (no aparece artículo 45)");
        await Screens.TakeAsync(chat.Page, "doubts");
        await Axe.ShouldPassAsync(chat.Page, "doubts");
    });

    [ChromiumFact]
    public Task Answer_WhileItComes_IsReadBySentences() => web.VisitAsync(async chat =>
    {
        const string First = "La primera frase es bastante larga para que valga la pena leerla.";
        var rest = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of("La primera frase ", "es bastante larga ", "para que valga la pena leerla. ",
                "El contrato de aprendizaje es un contrato laboral **especial** [1]. ", "¿Tienes ").Wait(rest.Task)
            .Text("más dudas?");
        var said = chat.Page.Locator("[role=log] p");
        await chat.AskAsync("¿Qué es el contrato de aprendizaje?");

        await Expect(said).ToHaveTextAsync(["AzuSENA está buscando la respuesta.", First]);
        rest.SetResult();
        await Expect(said).ToHaveTextAsync(
            ["AzuSENA está buscando la respuesta.", First, "El contrato de aprendizaje es un contrato laboral especial.",
                "Fin de la respuesta. Tiene una fuente. Hay más en «Ver más»."]);
        await Expect(chat.Answers.Locator("[aria-live]")).ToHaveCountAsync(0);
    });

    [ChromiumFact]
    public Task ReducedMotion_NothingMoves() => web.VisitAsync(
        async chat =>
        {
            await Expect(chat.Suggestions.First).ToBeVisibleAsync();
            (await chat.Page.EvaluateAsync<int>("() => document.getAnimations().length")).Should().Be(0);
        },
        new ChatVisit(Context: options => options.ReducedMotion = ReducedMotion.Reduce));
}
