using AzuSena.Testing;
using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Support;
using Microsoft.Extensions.AI;

namespace AzuSena.Whisper.Conformance;

/// <summary>The client of Microsoft.Extensions.AI over every engine.</summary>
[Trait("Category", "Slow")]
public abstract class SpeechClientTests(SpeechModelFixture whisper)
{
    [WhisperFact("fleurs-es/001.ogg")]
    public async Task GetStreamingTextAsync_Speech_GivesAnUpdateForEachSegment()
    {
        using var client = new WhisperSpeechToTextClient(whisper.Model);
        var (samples, _) = await Clips.FleursAsync(1);

        var updates = await client.GetStreamingTextAsync(await Clips.WavAsync(samples)).ToListAsync();

        updates.Should().HaveCountGreaterThan(1).And.OnlyContain(update =>
            update.Kind == SpeechToTextResponseUpdateKind.TextUpdated && update.StartTime < update.EndTime && update.ModelId == "whisper-base"
                && (string)update.AdditionalProperties![WhisperSpeechToTextClient.LanguageKey]! == "es");
        updates.Select(update => update.ResponseId).Distinct().Should().ContainSingle();
    }

    [WhisperFact("fleurs-es/002.ogg")]
    public async Task GetTextAsync_Speech_IsTheFoldOfTheStream()
    {
        using var client = new WhisperSpeechToTextClient(whisper.Model);
        var (samples, _) = await Clips.FleursAsync(2);

        var response = await client.GetTextAsync(await Clips.WavAsync(samples), new SpeechToTextOptions { SpeechLanguage = "es-CO" });

        response.Text.Should().Be(string.Concat(await client.GetStreamingTextAsync(await Clips.WavAsync(samples)).Select(update => update.Text).ToListAsync()));
        response.Text.Should().Contain("plaza de San Pedro");
        response.StartTime.Should().NotBeNull();
        response.EndTime.Should().BeGreaterThan(response.StartTime!.Value);
    }

    [WhisperFact]
    public async Task GetTextAsync_Silence_IsEmpty()
    {
        using var client = new WhisperSpeechToTextClient(whisper.Model);

        (await client.GetTextAsync(await Clips.WavAsync(Sounds.Silence(3)))).Text.Should().BeEmpty();
    }

    [WhisperFact]
    public async Task GetTextAsync_NoWav_IsRefused()
    {
        using var client = new WhisperSpeechToTextClient(whisper.Model);

        await FluentActions.Awaiting(() => client.GetTextAsync(new MemoryStream("no es un WAV"u8.ToArray()))).Should().ThrowAsync<AudioException>();
    }

    [WhisperFact]
    public async Task GetTextAsync_Translation_IsRefused()
    {
        using var client = new WhisperSpeechToTextClient(whisper.Model);

        await FluentActions.Awaiting(async () => await client.GetTextAsync(
            await Clips.WavAsync(Sounds.Silence(1)), new SpeechToTextOptions { TextLanguage = "en" })).Should().ThrowAsync<ArgumentException>();
    }

    [WhisperFact]
    public void GetService_KnownTypes_GivesThem()
    {
        using var client = new WhisperSpeechToTextClient(whisper.Model);

        client.GetService<SpeechToTextClientMetadata>()!.DefaultModelId.Should().Be("whisper-base");
        client.GetService<WhisperModel>().Should().BeSameAs(whisper.Model);
        client.GetService<ISpeechToTextClient>().Should().BeSameAs(client);
        client.GetService<string>().Should().BeNull();
    }
}
