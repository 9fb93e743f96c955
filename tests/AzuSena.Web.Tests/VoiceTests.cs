using AzuSena.Testing;
using AzuSena.Testing.Voice;
using AzuSena.Voice.Transcribing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Web.Tests;

/// <summary>Questions that are spoken: Chromium's microphone plays a recording, and a double hears it.</summary>
public sealed class VoiceTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;

    private IPlaywright Driver => _playwright!;

    public async Task InitializeAsync()
    {
        if (ChromiumFactAttribute.Path is not null)
        {
            _playwright = await Playwright.CreateAsync();
        }
    }

    public Task DisposeAsync()
    {
        _playwright?.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [ChromiumFact]
    public async Task Question_TappedAndSpoken_IsHeardAndAnswered()
    {
        await using var api = await StartAsync(new SpeechDouble { Otherwise = SpeechDouble.CardQuestion });
        await using var browser = await LaunchAsync();
        await ChatPage.VisitAsync(browser, new ChatVisit(api.Address), async chat =>
        {
            await Speak(chat).ClickAsync();
            await Expect(chat.Page.Locator(".voice-hint")).ToContainTextAsync("Te escucho.");
            var meter = chat.Page.GetByRole(AriaRole.Meter);
            await Expect(meter).Not.ToHaveAttributeAsync("aria-valuenow", "0");
            await Screens.TakeAsync(chat.Page, "voice-listening");
            await Expect(chat.Page.Locator(".voice-time")).ToContainTextAsync("0:02");
            await Finish(chat).ClickAsync();

            await Expect(chat.Questions).ToHaveTextAsync(SpeechDouble.CardQuestion);
            await ChatPage.UntilAsync(chat.Answers.First, "done");
            await Expect(ChatPage.TextOf(chat.Answers.First)).ToContainTextAsync("coordinación académica");
            await chat.Page.ReloadAsync();
            await Expect(chat.Questions).ToHaveTextAsync(SpeechDouble.CardQuestion);
        });
    }

    [ChromiumFact]
    public async Task Question_HeldWhileSpeaking_IsAskedOnRelease()
    {
        await using var api = await StartAsync(new SpeechDouble { Otherwise = SpeechDouble.CardQuestion });
        await using var browser = await LaunchAsync();
        await ChatPage.VisitAsync(browser, new ChatVisit(api.Address), async chat =>
        {
            await Speak(chat).HoverAsync();
            await chat.Page.Mouse.DownAsync();
            await Expect(chat.Page.Locator(".voice-hint")).ToContainTextAsync("Suelta para preguntar.");
            await Expect(chat.Page.Locator(".voice-time")).ToContainTextAsync("0:02");
            await chat.Page.Mouse.UpAsync();

            await ChatPage.UntilAsync(chat.Answers.First, "done");
            await Expect(chat.Questions).ToHaveTextAsync(SpeechDouble.CardQuestion);
        });
    }

    [ChromiumFact]
    public async Task Bar_WhileSomebodySpeaks_HasNoViolation()
    {
        await using var api = await StartAsync(new SpeechDouble { Otherwise = SpeechDouble.CardQuestion });
        await using var browser = await LaunchAsync();
        foreach (var (theme, width) in Axe.Looks)
        {
            await ChatPage.VisitAsync(browser, new ChatVisit(api.Address, theme, width), async chat =>
            {
                await Speak(chat).ClickAsync();
                await Expect(chat.Page.Locator(".voice-time")).ToBeVisibleAsync();
                await Axe.ShouldPassAsync(chat.Page, "voice bar");
                await chat.Page.Keyboard.PressAsync("Escape");
                await Expect(Speak(chat)).ToBeFocusedAsync();
            });
        }
    }

    [ChromiumFact]
    public async Task Question_Cancelled_LeavesNothing()
    {
        await using var api = await StartAsync(new SpeechDouble());
        await using var browser = await LaunchAsync();
        await ChatPage.VisitAsync(browser, new ChatVisit(api.Address), async chat =>
        {
            await Speak(chat).FocusAsync();
            await chat.Page.Keyboard.PressAsync("Enter");
            await Expect(Finish(chat)).ToBeFocusedAsync();
            await Expect(chat.Page.Locator(".voice-time")).ToContainTextAsync("0:01");
            await chat.Page.Keyboard.PressAsync("Escape");

            await Expect(Speak(chat)).ToBeFocusedAsync();
            await Expect(chat.Questions).ToHaveCountAsync(0);
            await chat.OpenList.ClickAsync();
            await Expect(chat.List.Locator(".row")).ToHaveCountAsync(0);
        });
    }

    [ChromiumFact]
    public async Task Button_VoiceOff_SaysSo()
    {
        await using var api = await TestApi.StartAsync("--Voice:Enabled=false");
        await using var browser = await LaunchAsync();
        await ChatPage.VisitAsync(browser, new ChatVisit(api.Address), async chat =>
        {
            await Speak(chat).ClickAsync(Disabled);
            await Expect(chat.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "está desactivado aquí" })).ToBeVisibleAsync();
            await Screens.TakeAsync(chat.Page, "voice-off");
            await Axe.ShouldPassInEveryLookAsync(chat.Page, "voice off");
        });
    }

    [ChromiumFact]
    public async Task Button_NoSecureContext_SaysSo()
    {
        await using var api = await TestApi.StartAsync("--Voice:Enabled=false", "--AllowedHosts=*");
        await using var browser = await Chromium.LaunchAsync(Driver, "--host-resolver-rules=MAP azusena.test 127.0.0.1");
        await ChatPage.VisitAsync(browser, new ChatVisit(new Uri($"http://azusena.test:{api.Address.Port}/"), NetworkMayFail: true), async chat =>
        {
            await Speak(chat).ClickAsync(Disabled);
            await Expect(chat.Page.GetByText("hace falta una conexión segura (https)")).ToBeVisibleAsync();
        });
    }

    [ChromiumFact]
    public async Task Button_MicrophoneRefused_SaysWhereToAllowIt()
    {
        await using var api = await StartAsync(new SpeechDouble());
        await using var browser = await Chromium.LaunchAsync(Driver, "--use-fake-device-for-media-stream", "--deny-permission-prompts");
        await ChatPage.VisitAsync(browser, new ChatVisit(api.Address), async chat =>
        {
            await Speak(chat).ClickAsync();
            await Expect(chat.Page.GetByText("Permítelo en los ajustes del navegador")).ToBeVisibleAsync();
            await Expect(chat.Questions).ToHaveCountAsync(0);
        });
    }

    // A button that says why it cannot be used can still be pressed.
    private static LocatorClickOptions Disabled => new() { Force = true };

    private static ILocator Speak(ChatPage chat) => chat.Page.Locator("#speak");

    private static ILocator Finish(ChatPage chat) => chat.Page.GetByRole(AriaRole.Button, new() { Name = "Terminar y preguntar" });

    private static Task<TestApi> StartAsync(SpeechDouble speech) =>
        TestApi.StartAsync(services => services.AddSingleton<ISpeechModelLoader>(speech), "--Voice:Enabled=true");

    private async Task<IBrowser> LaunchAsync()
    {
        var file = _folder.Combine("voz.wav");
        await File.WriteAllBytesAsync(file, await Clips.NoiseAsync(seconds: 20));
        return await Chromium.LaunchAsync(
            Driver, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={file}");
    }
}
