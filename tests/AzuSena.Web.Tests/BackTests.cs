namespace AzuSena.Web.Tests;

/// <summary>Back, as a phone has it: it closes what lies over the conversation, the last first, and leaves the page only then.</summary>
[Collection(WebChatGroup.Name)]
public sealed class BackTests(WebChat web)
{
    private static readonly ChatVisit Phone = new(Width: 360, Height: 740);

    [ChromiumFact]
    public Task Back_SourceOpen_ClosesItAndLeavesNext() => web.VisitAsync(
        async chat =>
        {
            var mark = await OpenSourceAsync(chat);

            await chat.Page.GoBackAsync();

            await Expect(chat.Source).ToHaveCountAsync(0);
            await Expect(mark).ToBeFocusedAsync();
            await Expect(chat.Questions).ToHaveCountAsync(1);
            await ShouldLeaveAsync(chat);
        },
        Phone);

    [ChromiumFact]
    public Task Back_ListWithARowInHand_ClosesTheRowThenTheList() => web.VisitAsync(
        async chat =>
        {
            web.Answer = _ => WebChat.Sentence;
            await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
            await chat.OpenList.ClickAsync();
            var remove = chat.List.GetByRole(AriaRole.Button, new() { Name = "Borrar" });
            await remove.ClickAsync();
            await Expect(chat.List.GetByText("¿Borrarla para siempre?")).ToBeVisibleAsync();

            await chat.Page.GoBackAsync();
            await Expect(remove).ToBeFocusedAsync();
            await chat.Page.GoBackAsync();
            await Expect(chat.List).ToHaveCountAsync(0);
            await Expect(chat.OpenList).ToBeFocusedAsync();
            await ShouldLeaveAsync(chat);
        },
        Phone);

    [ChromiumFact]
    public Task Back_BothPanelsOnADesk_ClosesTheLastOpenedFirst() => web.VisitAsync(async chat =>
    {
        await OpenSourceAsync(chat);
        await chat.OpenList.ClickAsync();
        await Expect(chat.List).ToBeVisibleAsync();

        await chat.Page.GoBackAsync();
        await Expect(chat.List).ToHaveCountAsync(0);
        await Expect(chat.Source).ToBeVisibleAsync();
        await chat.Page.GoBackAsync();
        await Expect(chat.Source).ToHaveCountAsync(0);
        await ShouldLeaveAsync(chat);
    });

    [ChromiumFact]
    public Task Back_PanelsClosedOtherwise_LeavesAtOnce() => web.VisitAsync(
        async chat =>
        {
            await OpenSourceAsync(chat);
            await chat.Page.Keyboard.PressAsync("Escape");
            await Expect(chat.Source).ToHaveCountAsync(0);
            await chat.OpenList.ClickAsync();
            await chat.List.GetByRole(AriaRole.Button, new() { Name = "Cerrar la lista" }).ClickAsync();
            await Expect(chat.List).ToHaveCountAsync(0);
            await chat.OpenList.ClickAsync();
            await chat.List.Locator(".row-title").ClickAsync();
            await Expect(chat.List).ToHaveCountAsync(0);

            await ShouldLeaveAsync(chat);
        },
        Phone);

    [ChromiumFact]
    public Task Back_ReloadedWithAPanelOpen_LeavesAtOnce() => web.VisitAsync(
        async chat =>
        {
            await OpenSourceAsync(chat);
            await chat.Page.ReloadAsync();
            await Expect(chat.Questions).ToHaveCountAsync(1);
            await Expect(chat.Source).ToHaveCountAsync(0);

            await ShouldLeaveAsync(chat);
        },
        Phone);

    [ChromiumFact]
    public Task Forward_PanelClosedByBack_OpensNothingAndCostsNothing() => web.VisitAsync(
        async chat =>
        {
            await OpenSourceAsync(chat);
            await chat.Page.GoBackAsync();
            await Expect(chat.Source).ToHaveCountAsync(0);
            await chat.Page.EvaluateAsync("() => history.forward()");
            await AtTheBottomAsync(chat);

            await ShouldLeaveAsync(chat);
        },
        Phone);

    private async Task<ILocator> OpenSourceAsync(ChatPage chat)
    {
        web.Answer = request => ModelScript.Of(WebChat.SentenceOf(request), " [1].");
        var answer = await chat.AskToTheEndAsync("¿Qué es el contrato de aprendizaje?");
        var mark = ChatPage.TextOf(answer).Locator("button.citation").First;
        await mark.ClickAsync();
        await Expect(chat.Source.Locator("mark").First).ToBeVisibleAsync();
        return mark;
    }

    // The browser goes back over an entry in its own time.
    private static Task<IJSHandle> AtTheBottomAsync(ChatPage chat) => chat.Page.WaitForFunctionAsync("() => !history.state?.panels");

    private static async Task ShouldLeaveAsync(ChatPage chat)
    {
        await AtTheBottomAsync(chat);
        await chat.Page.GoBackAsync();
        chat.Page.Url.Should().Be("about:blank");
    }
}
