using AzuSena.Answering;
using AzuSena.Models.ModelFiles;
using AzuSena.Settings;
using AzuSena.Voice.Decoding;
using AzuSena.Voice.Live;
using AzuSena.Voice.Recordings;
using AzuSena.Voice.Speaking;
using AzuSena.Voice.Transcribing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice;

/// <summary>Registers transcription and speech: <see cref="RecordingIntake"/>, <see cref="VoiceAnswers"/>, <see cref="Speaker"/>.</summary>
public static class VoiceServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddVoice(this IServiceCollection services)
    {
        services.AddSettings<VoiceOptions>(VoiceOptions.SectionName);
        services.AddSingleton<IValidateOptions<VoiceOptions>, VoiceFolders>();
        // The walk needs the plugins, which are loaded once the host starts.
        services.AddSingleton(provider => new SpeechWarmUp(
            provider.GetRequiredService<AnswerService>,
            provider.GetRequiredService<IOptions<VoiceOptions>>(),
            provider.GetRequiredService<ILogger<SpeechWarmUp>>()));
        services.TryAddSingleton<ISpeechModelLoader, WhisperLoader>();
        services.AddSingleton<IModelConversion, WhisperConversion>();
        services.AddSingleton<SpeechModel>();
        services.AddHostedService<SpeechModelLoading>();
        services.AddSingleton<RecordingIntake>();
        services.AddHostedService<RecordingCleanup>();
        services.AddSingleton<FfmpegDecoder>();
        services.AddSingleton<RecordingDecoder>();
        services.AddSingleton(provider => new Transcriber(
            provider.GetRequiredService<SpeechModel>(),
            provider.GetRequiredService<RecordingDecoder>(),
            provider.GetRequiredService<IOptions<VoiceOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Transcriber>>()));
        services.AddSingleton<VoiceAnswers>();
        services.AddSingleton<LiveDecoder>();
        services.AddSingleton(provider => new LiveHearing(
            provider.GetRequiredService<LiveDecoder>(),
            provider.GetRequiredService<Transcriber>(),
            provider.GetRequiredService<IOptions<VoiceOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Speaker>();
        return services;
    }
}
