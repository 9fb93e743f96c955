using System.Globalization;

namespace AzuSena.Web.Tests;

/// <summary>Answers far longer than a screen.</summary>
[Collection(WebChatGroup.Name)]
public sealed class LongAnswerTests(WebChat web)
{
    private const int Lines = 5_000;
    private const int LinesAtOnce = 5;

    [ChromiumFact]
    public Task FiveThousandLines_WhileTheyCome_LeaveThePageResponsive() => web.VisitAsync(async chat =>
    {
        // Several to a token: a model's reply has a limit of tokens.
        web.Answer = _ => ModelScript.Of(Enumerable.Range(1, Lines).Select(Line).Chunk(LinesAtOnce).Select(lines => string.Concat(lines)));
        await chat.Page.EvaluateAsync(
            """
            () => {
              window.frames_ = [];
              let last = performance.now();
              const look = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(look); };
              requestAnimationFrame(look);
            }
            """);

        await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");

        (await ChatPage.TextOf(chat.Answers.First).TextContentAsync()).Should().Contain("Línea 1 con").And.Contain($"Línea {Lines} con");
        // Of all the time that it took, no more than half went by in frames that anybody would notice as a jerk.
        var jerky = await chat.Page.EvaluateAsync<double>("() => window.frames_.filter((frame) => frame > 200).reduce((sum, frame) => sum + frame, 0) / window.frames_.reduce((sum, frame) => sum + frame, 0)");
        jerky.Should().BeLessThan(0.5);
    });

    [ChromiumFact]
    public Task Growth_ReaderAtTheEnd_StaysThere_AndReaderAbove_IsLeftAlone() => web.VisitAsync(async chat =>
    {
        var more = new TaskCompletionSource();
        var rest = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of(Paragraphs(1, 40)).Wait(more.Task).Text(Paragraphs(41, 80)).Wait(rest.Task).Text(Paragraphs(81, 120));
        await chat.AskAsync("¿Qué es el contrato de aprendizaje?");
        await Expect(chat.Answers.First).ToContainTextAsync("Párrafo 40.");
        await UntilAtEndAsync(chat);

        more.SetResult();
        await Expect(chat.Answers.First).ToContainTextAsync("Párrafo 80.");
        await UntilAtEndAsync(chat);

        await chat.Page.Locator("#main").HoverAsync();
        await chat.Page.Mouse.WheelAsync(0, -1_500);
        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Ir al final" })).ToBeVisibleAsync();
        var place = await PlaceAsync(chat);
        rest.SetResult();
        await ChatPage.UntilAsync(chat.Answers.First, "done");
        await Expect(chat.Answers.First).ToContainTextAsync("Párrafo 120.");
        (await PlaceAsync(chat)).Should().Be(place, "what the reader reads stays where it is");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Ir al final" }).ClickAsync();
        await UntilAtEndAsync(chat);
    });

    private static string Line(int number) => string.Create(
        CultureInfo.InvariantCulture, $"{(number % 10 == 1 ? $"## Parte {number}\n\n" : "")}Línea **{number}** con algo que decir.{(number % 3 == 0 ? "\n\n" : "\n")}");

    private static IEnumerable<string> Paragraphs(int first, int last) => Enumerable.Range(first, last - first + 1).Select(number => $"Párrafo {number}.\n\n");

    private static Task<double> PlaceAsync(ChatPage chat) => chat.Page.EvaluateAsync<double>("() => document.getElementById('main').scrollTop");

    private static async Task UntilAtEndAsync(ChatPage chat) =>
        await chat.Page.WaitForFunctionAsync("() => { const box = document.getElementById('main'); return box.scrollHeight - box.scrollTop - box.clientHeight < 2; }");
}
