using System.Globalization;

namespace AzuSena.Web.Tests;

/// <summary>Answers far longer than a screen.</summary>
[Collection(WebChatGroup.Name)]
public sealed class LongAnswerTests(WebChat web)
{
    private const int Lines = 5_000;
    private const int LinesAtOnce = 5;

    [ChromiumFact]
    public Task FiveThousandLines_WhileTheyCome_TouchNoFinishedBlock() => web.VisitAsync(async chat =>
    {
        // Several to a token: a model's reply has a limit of tokens.
        var tokens = Enumerable.Range(1, Lines).Select(Line).Chunk(LinesAtOnce).Select(lines => string.Concat(lines)).ToArray();
        var rest = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of(tokens[..20]).Wait(rest.Task).Text(tokens[20..]).Text(WebChat.Proof);
        await chat.AskAsync("¿Qué es el contrato de aprendizaje?");
        await Expect(chat.Answers.First).ToContainTextAsync("Línea 100 con");
        await chat.Page.EvaluateAsync(
            """
            () => {
              const markdown = document.querySelector('.markdown');
              window.seen = { finished: [...markdown.children].slice(0, -1), touched: 0, added: 0 };
              new MutationObserver((records) => {
                for (const { target, addedNodes } of records) {
                  seen.added += addedNodes.length;
                  if (seen.finished.some((block) => block.contains(target))) seen.touched++;
                }
              }).observe(markdown, { subtree: true, childList: true, characterData: true });
            }
            """);

        rest.SetResult();
        await ChatPage.UntilAsync(chat.Answers.First, "done");

        (await ChatPage.TextOf(chat.Answers.First).TextContentAsync()).Should().Contain("Línea 1 con").And.Contain($"Línea {Lines} con");
        (await chat.Page.EvaluateAsync<int>("() => seen.finished.filter((block) => block.isConnected).length"))
            .Should().BeGreaterThan(20, "finished blocks stay the same elements");
        (await chat.Page.EvaluateAsync<int>("() => seen.touched")).Should().Be(0);
        var (added, all) = (await chat.Page.EvaluateAsync<int>("() => seen.added"),
            await chat.Page.EvaluateAsync<int>("() => document.querySelectorAll('.markdown *').length"));
        added.Should().BeLessThan(3 * all, "the work grows with the answer, not with its square");
    });

    [ChromiumFact]
    public Task Growth_ReaderAtTheEnd_StaysThere_AndReaderAbove_IsLeftAlone() => web.VisitAsync(async chat =>
    {
        var more = new TaskCompletionSource();
        var rest = new TaskCompletionSource();
        web.Answer = _ => ModelScript.Of(Paragraphs(1, 40)).Wait(more.Task).Text(Paragraphs(41, 80)).Wait(rest.Task)
            .Text(Paragraphs(81, 120)).Text(WebChat.Proof);
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
        CultureInfo.InvariantCulture,
            $"{(number % 10 == 1 ? $"## Parte {number}\n\n" : "")}Línea **{number}** con algo que decir.{(number % 3 == 0 ? "\n\n" : "\n")}");

    private static IEnumerable<string> Paragraphs(int first, int last) => Enumerable.Range(first, last - first + 1).Select(number => $"Párrafo {number}.\n\n");

    private static Task<double> PlaceAsync(ChatPage chat) => chat.Page.EvaluateAsync<double>("() => document.getElementById('main').scrollTop");

    private static async Task UntilAtEndAsync(ChatPage chat) =>
        await chat.Page.WaitForFunctionAsync(
            "() => { const box = document.getElementById('main'); return box.scrollHeight - box.scrollTop - box.clientHeight < 2; }");
}
