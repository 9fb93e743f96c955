using System.Text.Json;

namespace AzuSena.Web.Tests;

/// <summary>Text that tries to be markup or script, wherever it comes from, is shown as text.</summary>
[Collection(OtherWebChatGroup.Name)]
public sealed class InjectionTests(WebChat web)
{
    // Whatever the page draws: nothing else may come of a text.
    private const string Foreign =
        """
        () => [...document.querySelectorAll('#app *')].filter((element) =>
          !['A','ARTICLE','ASIDE','B','BLOCKQUOTE','BR','BUTTON','CIRCLE','CODE','DD','DEL','DETAILS','DIV','DL','DT','ELLIPSE','EM','FORM','G',
            'H1','H2','H3','HEADER','HR','I','INPUT','LABEL','LI','MAIN','MARK','NAV','OL','P','PATH','PRE','SECTION','SPAN','STRONG','SUMMARY','SUP','SVG',
            'TABLE','TBODY','TD','TEXTAREA','TH','THEAD','TR','UL'].includes(element.tagName.toUpperCase())
          || [...element.attributes].some((attribute) => attribute.name.startsWith('on') || attribute.name === 'srcdoc'
            || /^\s*(javascript|data|vbscript):/i.test(attribute.value))
          || (element.tagName === 'A' && !/^(https?|mailto|tel):/.test(element.href) && !element.classList.contains('skip'))
        ).map((element) => element.outerHTML)
        """;

    [ChromiumFact]
    public Task Payloads_InQuestionsAndAnswers_AreText() => web.VisitAsync(async chat =>
    {
        foreach (var payload in InjectionPayloads.All)
        {
            web.Answer = _ => ModelScript.Of("Dice: ", payload, "\n\nY también: ", payload, " [1].");
            // Words beside it: a question of signs alone is refused.
            var answer = await chat.AskToTheEndAsync($"¿Qué es el contrato de aprendizaje? {payload}");
            await Expect(answer.Locator("..").Locator(".question-words")).ToHaveTextAsync($"¿Qué es el contrato de aprendizaje? {payload}");
            await ShouldBeUnhurtAsync(chat);
            await chat.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Nueva conversación" }).ClickAsync();
            await Expect(chat.Questions).ToHaveCountAsync(0);
        }

        // The questions have become the titles of the list.
        await chat.OpenList.ClickAsync();
        await Expect(chat.List.Locator(".row")).ToHaveCountAsync(InjectionPayloads.All.Count);
        await ShouldBeUnhurtAsync(chat);
    });

    [ChromiumFact]
    public Task Payloads_InPassagesAndTitles_AreText() => web.VisitAsync(async chat =>
    {
        web.Answer = _ => WebChat.Sentence;
        var payload = "";
        await chat.Page.RouteAsync(
            "**/azusena_api/passages/*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = PassageWith(payload) }));
        await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        foreach (var each in InjectionPayloads.All)
        {
            payload = each;
            await chat.Answers.First.Locator("button.citation").First.ClickAsync();
            await Expect(chat.Source.Locator("h3")).ToHaveTextAsync(payload);
            await Expect(chat.Source.Locator("dd").First).ToHaveTextAsync($"Sección › {payload}");
            await Expect(chat.Source.Locator(".passage")).ToHaveTextAsync($"Antes {payload} después");
            await ShouldBeUnhurtAsync(chat);
            await chat.Page.Keyboard.PressAsync("Escape");
        }
    });

    [ChromiumFact]
    public Task Payloads_AsNamesOfAConversation_AreText() => web.VisitAsync(async chat =>
    {
        web.Answer = _ => WebChat.Sentence;
        await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        await chat.OpenList.ClickAsync();
        foreach (var payload in InjectionPayloads.All.Where(payload => payload.Length <= 120 && !payload.Contains('\n')))
        {
            await chat.List.GetByRole(AriaRole.Button, new() { Name = "Cambiar el nombre" }).ClickAsync();
            await chat.List.GetByLabel("Nombre de la conversación").FillAsync(payload);
            await chat.List.GetByRole(AriaRole.Button, new() { Name = "Guardar" }).ClickAsync();
            await Expect(chat.List.Locator(".row-title")).ToHaveTextAsync(payload);
            await ShouldBeUnhurtAsync(chat);
        }
    });

    private static string PassageWith(string payload) => JsonSerializer.Serialize(new
    {
        id = "x",
        text = $"Antes {payload} después",
        heading_path = new[] { "Sección", payload },
        document = new { path = "x.md", title = payload, source = $"Fuente {payload}", as_of = payload, validity = payload },
    });

    private static async Task ShouldBeUnhurtAsync(ChatPage chat)
    {
        (await chat.Page.EvaluateAsync<bool>("() => 'hurt' in window")).Should().BeFalse("no script of a text may run");
        (await chat.Page.EvaluateAsync<string[]>(Foreign)).Should().BeEmpty("a text may make no element of its own");
    }
}
