using System.Text.RegularExpressions;

namespace AzuSena.Web.Tests;

/// <summary>What the documents do not say is told once, to the eye and to the ear.</summary>
[Collection(WebChatGroup.Name)]
public sealed class AbstentionTests(WebChat web)
{
    [ChromiumFact]
    public async Task Answer_Abstained_IsToldOnce()
    {
        await using var api = await TestApi.StartAsync("--Answering:AbstainBelow=0.35");
        await web.VisitAsync(
            async chat =>
            {
                var answer = await chat.AskToTheEndAsync("¿A qué hora abre el museo del carné de conducir?");

                await Expect(answer.Locator(".notice-abstained")).ToContainTextAsync("No lo encontré en los documentos que tengo.");
                var words = await answer.InnerTextAsync();
                Regex.Count(words, "No lo encontré").Should().Be(1);
                Regex.Count(words, "[Ll]o más cercano").Should().Be(1);
                Regex.Count(words, "Carné del aprendiz").Should().Be(1);
                var said = string.Join('\n', await chat.Page.Locator("[role=log] p").AllTextContentsAsync());
                Regex.Count(said, "No lo encontré").Should().Be(1);
                var closest = answer.GetByRole(AriaRole.Button, new() { Name = "Carné del aprendiz" });
                await OpensAsync(chat, closest, "El carné del aprendiz se entrega en la coordinación académica.");
                await Screens.TakeAsync(chat.Page, "abstained");
                await Axe.ShouldPassInEveryLookAsync(chat.Page, "abstained");
                await chat.Page.ReloadAsync();
                await Expect(answer.Locator(".notice-abstained")).ToContainTextAsync("No lo encontré en los documentos que tengo.");
                await OpensAsync(chat, closest, "El carné del aprendiz se entrega en la coordinación académica.");
            },
            new ChatVisit(api.Address));
    }

    private static async Task OpensAsync(ChatPage chat, ILocator button, string text)
    {
        await button.ClickAsync();
        await Expect(chat.Source).ToContainTextAsync(text);
        await chat.Page.Keyboard.PressAsync("Escape");
        await chat.SourceClosedAsync(button);
    }
}
