namespace AzuSena.Web.Tests;

/// <summary>How long a question may be, counted as people count.</summary>
[Collection(WebChatGroup.Name)]
public sealed class ComposerTests(WebChat web)
{
    private const int Longest = 4_000;

    [ChromiumTheory]
    [InlineData("👩‍👩‍👧")]
    [InlineData("é")]
    [InlineData("🇨🇴")]
    public Task Counter_CharactersOfSeveralUnits_CountAsOne(string character) => web.VisitAsync(async chat =>
    {
        var send = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Preguntar", Exact = true });
        await chat.Composer.FillAsync(Repeat(character, Longest - 300));
        await Expect(chat.Page.Locator(".left")).ToHaveTextAsync("Te quedan 300 caracteres");
        await chat.Composer.FillAsync(Repeat(character, Longest - 1));
        await Expect(chat.Page.Locator(".left")).ToHaveTextAsync("Te queda un carácter");
        await Expect(send).ToBeEnabledAsync();
        await chat.Composer.FillAsync(Repeat(character, Longest + 1));
        await Expect(chat.Page.Locator(".left")).ToContainTextAsync("Te pasaste por un carácter");
        await Expect(send).ToBeDisabledAsync();
    });

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
