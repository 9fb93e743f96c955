namespace AzuSena.Api.Tests.Voice;

/// <summary>One service that hears, for the tests of a class that only speak to it.</summary>
public sealed class SharedVoice : IAsyncLifetime
{
    public VoiceApi Api { get; private set; } = null!;

    public async Task InitializeAsync() => Api = await VoiceApi.StartAsync();

    public async Task DisposeAsync() => await Api.DisposeAsync();
}
