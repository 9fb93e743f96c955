using System.Net.Http.Headers;
using AzuSena.Testing;
using AzuSena.Testing.Voice;
using AzuSena.Voice.Transcribing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Voice;

/// <summary>The service with a double that hears, and a folder of its own for recordings.</summary>
public sealed class VoiceApi : IAsyncDisposable
{
    public const string QueryPath = "/azusena_api/query/voice";
    public const string TranscriptionPath = "/azusena_api/transcriptions";
    public const string OpenAiPath = "/v1/audio/transcriptions";

    private readonly TemporaryFolder _folder;

    private VoiceApi(TestApi api, SpeechDouble speech, TemporaryFolder folder) => (Api, Speech, _folder) = (api, speech, folder);

    public TestApi Api { get; }

    public SpeechDouble Speech { get; }

    public HttpClient Client => Api.Client;

    /// <summary>What is left of recordings.</summary>
    public string[] Left => Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories);

    public static Task<VoiceApi> StartAsync(SpeechDouble? speech = null, params string[] settings) => StartAsync(replace: null, speech, settings);

    /// <summary>The same, with other doubles.</summary>
    public static Task<VoiceApi> StartAsync(Action<IServiceCollection> replace, params string[] settings) => StartAsync(replace, speech: null, settings);

    private static async Task<VoiceApi> StartAsync(Action<IServiceCollection>? replace, SpeechDouble? speech, string[] settings)
    {
        var folder = new TemporaryFolder();
        speech ??= new SpeechDouble();
        var api = await TestApi.StartAsync(
            services =>
            {
                services.AddSingleton<ISpeechModelLoader>(speech);
                replace?.Invoke(services);
            },
            ["--Voice:Enabled=true", $"--Voice:TempDirectory={folder.Path}", .. settings]);
        return new VoiceApi(api, speech, folder);
    }

    /// <summary>A form with a recording and other fields.</summary>
    public static MultipartFormDataContent Form(
        byte[] recording, string field = "audio_file", string fileName = "pregunta.wav", params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(recording);
        file.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        form.Add(file, field, fileName);
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    public Task<HttpResponseMessage> PostAsync(byte[] recording, string path = QueryPath, params (string Name, string Value)[] fields) =>
        Client.PostAsync(path, Form(recording, fields: fields));

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        _folder.Dispose();
    }
}
