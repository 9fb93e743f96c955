using System.Text.RegularExpressions;

namespace AzuSena.Web.Tests;

/// <summary>Markdown is drawn where there is room for it, and told in plain words elsewhere; its signs are seen nowhere.</summary>
[Collection(WebChatGroup.Name)]
public sealed class PlainWordsTests(WebChat web)
{
    private static readonly Regex Title = new("\"title\":\"(?<title>[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    [ChromiumFact]
    public Task Doubts_SentencesInMarkdown_ArePlain() => web.VisitAsync(async chat =>
    {
        web.Answer = _ => ModelScript.Of(
            "## Lo que *dura*\n\n- **El contrato dura 97 años [1].** Y `x`.\n\n", "| Etapa | Apoyo |\n|---|---|\n| Lunar | 4512 pesos |\n");
        var answer = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");

        var doubts = answer.Locator(".notice-doubts");
        await Expect(doubts).ToContainTextAsync("El contrato dura 97 años.");
        (await doubts.InnerTextAsync()).Should().NotContainAny("**", "`", "|", "##", "[1]", "- ");
        await Screens.TakeAsync(chat.Page, "doubts-plain");
    });

    [ChromiumFact]
    public Task Titles_InMarkdown_ArePlain() => web.VisitAsync(async chat =>
    {
        web.Answer = request => request.LastQuestion.Contains("ventajas") ? WebChat.Sentence : ModelScript.Of(WebChat.SentenceOf(request), " [1].");
        await chat.Page.RouteAsync("**/azusena_api/suggestions", route => route.FulfillAsync(new()
        {
            Json = new { suggestions = new[] { "¿Qué **ventajas** da el `SENA`?" } },
        }));
        await chat.Page.ReloadAsync();
        await Expect(chat.Suggestions.First).ToHaveTextAsync("¿Qué ventajas da el SENA?");

        await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        await chat.Page.EvaluateAsync(
            """
            () => {
              const kept = JSON.parse(localStorage.getItem('azusena.conversations'));
              kept[0].title = '# El **contrato** de *aprendizaje*';
              localStorage.setItem('azusena.conversations', JSON.stringify(kept));
            }
            """);
        await chat.Page.RouteAsync("**/azusena_api/conversations/*", async route =>
        {
            var response = await route.FetchAsync();
            var body = await response.TextAsync();
            await route.FulfillAsync(new() { Response = response, Body = Title.Replace(body, "\"title\":\"**${title}**\"") });
        });
        await chat.Page.ReloadAsync();
        await chat.OpenList.ClickAsync();
        await Expect(chat.List.Locator(".row-title")).Not.ToContainTextAsync("*");
        var labelled = chat.Page.Locator("[aria-label], [title]");
        foreach (var label in await labelled.EvaluateAllAsync<string[]>("all => all.map((one) => `${one.getAttribute('aria-label')} ${one.title}`)"))
        {
            label.Should().NotContainAny("*", "#");
        }
    });

    [ChromiumFact]
    public Task Source_PassageWithATable_IsDrawnWithoutSigns() => web.VisitAsync(async chat =>
    {
        const string Text = "## Apoyos\n\nEl **apoyo** depende de la [etapa](https://x.co) ~~hoy~~:\n\n"
            + "| Etapa | Apoyo |\n|---|---|\n| Lectiva | 75 % |\n| Práctica | **100 %** |\n";
        web.Answer = request => ModelScript.Of(WebChat.SentenceOf(request), " [1].");
        var answer = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        await chat.Page.RouteAsync("**/azusena_api/passages/*", route => route.FulfillAsync(new()
        {
            Json = new { id = "p", text = Text, heading_path = new[] { "**Apoyos**" }, document = new { title = "Los *apoyos*" } },
        }));
        await ChatPage.TextOf(answer).Locator("button.citation").First.ClickAsync();

        await Expect(chat.Source.GetByRole(AriaRole.Cell)).ToHaveTextAsync(["Lectiva", "75 %", "Práctica", "100 %"]);
        await Expect(chat.Source.Locator(".passage p").Nth(1)).ToHaveTextAsync("El apoyo depende de la etapa hoy:");
        (await chat.Source.InnerTextAsync()).Should().NotContainAny("*", "~", "|", "#", "](");
        await Screens.TakeAsync(chat.Page, "source-table");
        await Axe.ShouldPassInEveryLookAsync(chat.Page, "source with a table");
    });
}
