namespace AzuSena.Web.Tests;

/// <summary>An installation that asks for a key.</summary>
[Collection(WebChatGroup.Name)]
public sealed class KeyTests(WebChat web)
{
    private const string Key = "una-clave-de-prueba-larga";

    [ChromiumFact]
    public async Task Page_WithApiKeys_AsksForOneAndKeepsIt()
    {
        await using var api = await TestApi.StartAsync($"--Api:Keys={Key}");
        await web.VisitAsync(
            async chat =>
            {
                var field = chat.Page.GetByLabel("Clave", new() { Exact = true });
                await Expect(field).ToBeFocusedAsync();
                await Axe.ShouldPassInEveryLookAsync(chat.Page, "key asked for");
                await field.FillAsync("no-es-la-clave-que-sirve");
                await field.PressAsync("Enter");
                await Expect(chat.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Esa clave no sirve");
                await Screens.TakeAsync(chat.Page, "key");
                await Axe.ShouldPassInEveryLookAsync(chat.Page, "key");

                await field.FillAsync(Key);
                await field.PressAsync("Enter");
                var answer = await chat.AskToTheEndAsync("¿Cuándo abre la biblioteca?");
                await Expect(ChatPage.TextOf(answer)).ToContainTextAsync("La biblioteca abre");
                await Expect(answer).ToContainTextAsync("frases tomadas tal cual");

                await chat.Page.ReloadAsync();
                await Expect(ChatPage.TextOf(chat.Answers.First)).ToContainTextAsync("La biblioteca abre");
            },
            new ChatVisit(api.Address, NetworkMayFail: true));
    }
}
