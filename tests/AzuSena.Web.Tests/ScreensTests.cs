namespace AzuSena.Web.Tests;

/// <summary>Pictures of the screens for people to look at, and what a picture can be held to: nothing is wider than the window.</summary>
[Collection(OtherWebChatGroup.Name)]
public sealed class ScreensTests(WebChat web)
{
    private const string Long =
        """
        El **contrato de aprendizaje** es un contrato laboral especial [1]. Lo esencial:

        ## Quiénes participan

        1. El aprendiz, que estudia en un centro de formación.
        2. La empresa, que paga el *apoyo de sostenimiento* [2].

        - Etapa lectiva: 75 % del salario mínimo
        - Etapa práctica: 100 % del salario mínimo

        | Etapa | Apoyo | Seguridad social |
        |---|---|---|
        | Lectiva | 75 % | Salud y riesgos |
        | Práctica | 100 % | Todo |

        > Verifica siempre la norma vigente [1].

        Más en [la página del SENA](https://www.sena.edu.co) o en `https://portal.senasofiaplus.edu.co`.
        """;

    // The last is that of a visit.
    private static readonly (string Name, ColorScheme Theme, int Width, int Height)[] Looks =
    [
        ("dark", ColorScheme.Dark, 1280, 800),
        ("phone", ColorScheme.Light, 360, 740),
        ("narrow", ColorScheme.Dark, 320, 568),
        ("wide", ColorScheme.Light, 1920, 1080),
        ("zoomed", ColorScheme.Light, 640, 400),
        ("light", ColorScheme.Light, 1280, 800),
    ];

    [ChromiumFact]
    public Task Screens_EachLook_FitTheWindow() => web.VisitAsync(async chat =>
    {
        async Task LookAsync(string screen)
        {
            foreach (var (name, theme, width, height) in Looks)
            {
                await chat.Page.EmulateMediaAsync(new() { ColorScheme = theme });
                await chat.Page.SetViewportSizeAsync(width, height);
                await Screens.TakeAsync(chat.Page, $"{name}-{screen}");
                (await chat.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, $"{name}, {screen}");
            }
        }

        await Expect(chat.Suggestions.First).ToBeVisibleAsync();
        await LookAsync("1-welcome");

        var rest = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of().Think("Preguntan por el contrato.").Text(Long[..200]).Wait(rest.Task).Text(Long[200..]);
        await chat.AskAsync("¿Qué es el contrato de aprendisaje?");
        await ChatPage.UntilAsync(chat.Answers.First, "writing");
        await LookAsync("2-writing");
        rest.SetResult();
        await ChatPage.UntilAsync(chat.Answers.First, "done");
        await LookAsync("3-answer");

        await chat.Answers.First.Locator("button.citation").First.ClickAsync();
        await Expect(chat.Source.Locator("mark").First).ToBeVisibleAsync();
        await LookAsync("4-source");
        await chat.Page.Keyboard.PressAsync("Escape");
        await chat.SourceClosedAsync(chat.Answers.First.Locator("button.citation").First);

        await chat.Answers.First.GetByRole(AriaRole.Button, new() { Name = "No me sirvió" }).ClickAsync();
        await Expect(chat.Answers.First.GetByText("¿Quieres contarnos por qué?")).ToBeVisibleAsync();
        await LookAsync("5-feedback");

        web.Answer = _ => ModelScript.Of("La mitad se ").Fail("llama runner process has terminated");
        await chat.AskAsync("¿Qué es SENNOVA?");
        await ChatPage.UntilAsync(chat.Answers.Nth(1), "failed");
        await LookAsync("6-error");

        await chat.OpenList.ClickAsync();
        await Expect(chat.List).ToBeVisibleAsync();
        await LookAsync("7-list");
    });

    [ChromiumFact]
    public Task Screens_ForcedColors_KeepTheirEdges() => web.VisitAsync(
        async chat =>
        {
            await Expect(chat.Suggestions.First).ToBeVisibleAsync();
            await Screens.TakeAsync(chat.Page, "forced-colors-1-welcome");
            web.Answer = _ => WebChat.Sentence;
            var answer = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
            await answer.Locator("button.citation").First.ClickAsync();
            await Expect(chat.Source.Locator("mark").First).ToBeVisibleAsync();
            await Screens.TakeAsync(chat.Page, "forced-colors-2-source");
            var edge = await chat.Questions.First.EvaluateAsync<string>("element => getComputedStyle(element).borderTopWidth");
            edge.Should().Be("1px");
        },
        new ChatVisit(Context: options => options.ForcedColors = ForcedColors.Active));
}
