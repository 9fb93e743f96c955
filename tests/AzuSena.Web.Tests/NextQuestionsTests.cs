using AzuSena.Testing;

namespace AzuSena.Web.Tests;

/// <summary>What the documents list to ask next is offered after the last answer, and asked with a click.</summary>
[Collection(WebChatGroup.Name)]
public sealed class NextQuestionsTests(WebChat web)
{
    private const string RightEdge =
        "() => Math.max(...[...document.querySelectorAll('.next-questions, .next-questions *')].map((one) => one.getBoundingClientRect().right))";

    [ChromiumTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Answer_FromADocumentWithQuestions_OffersThemUntilTheNextOne(ColorScheme theme, int width)
    {
        await using var api = TestApi.Build(corpus: Repository.Corpus);
        await api.StartAsync();
        await api.Indexed;
        await web.VisitAsync(
            async chat =>
            {
                var first = await chat.AskToTheEndAsync("¿Cuánto dura la etapa productiva?");
                await Expect(Next(first)).ToHaveCountAsync(3);
                var offered = await Next(first).AllInnerTextsAsync();
                await Axe.ShouldPassAsync(chat.Page, "next questions");
                await Screens.TakeAsync(chat.Page, $"next-{theme}-{width}");
                (await chat.Page.EvaluateAsync<double>(RightEdge)).Should().BeLessThanOrEqualTo(width);

                await chat.Page.ReloadAsync();
                await Expect(Next(chat.Answers.First)).ToHaveTextAsync(offered);
                await Next(chat.Answers.First).First.ClickAsync();

                await Expect(chat.Questions.Nth(1)).ToHaveTextAsync(offered[0]);
                await ChatPage.UntilAsync(chat.Answers.Nth(1), "done");
                await Expect(Next(chat.Answers.First)).ToHaveCountAsync(0);
                (await Next(chat.Answers.Nth(1)).AllInnerTextsAsync()).Should().NotContain(offered[0]);
            },
            new ChatVisit(api.Address, theme, width));
    }

    private static ILocator Next(ILocator answer) => answer.Locator(".next-questions button");
}
