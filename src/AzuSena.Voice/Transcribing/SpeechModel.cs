using AzuSena.Errors;
using AzuSena.Models.ModelFiles;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Transcribing;

/// <summary>The shared speech recognition model, loaded once. Safe for concurrent use.</summary>
public sealed class SpeechModel(ISpeechModelLoader loader, IOptions<VoiceOptions> options, ILogger<SpeechModel> log) : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(15);

    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ISpeechToTextClient? _client;
    private VoiceStatus _status = new(options.Value.Enabled ? VoiceState.Loading : VoiceState.Off, loader.Name);

    /// <summary>Its status.</summary>
    public VoiceStatus Status => Volatile.Read(ref _status);

    /// <summary>The model; waits while it is loaded for the first time.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.VoiceUnavailable"/>.</exception>
    public async Task<ISpeechToTextClient> GetAsync(CancellationToken cancellationToken)
    {
        if (Status.State is VoiceState.Loading)
        {
            await _settled.Task.WaitAsync(cancellationToken);
        }

        return Volatile.Read(ref _client) ?? throw (Status.State is VoiceState.Off
            ? new AzuSenaException(ErrorCode.VoiceUnavailable, ErrorCodeNames.Text("VoiceOff"))
            : new AzuSenaException(ErrorCode.VoiceUnavailable) { RetryAfter = Wait });
    }

    /// <inheritdoc/>
    public void Dispose() => _client?.Dispose();

    /// <summary>Loads the model if that has not been done.</summary>
    /// <returns>Whether no further attempt is needed.</returns>
    public async Task<bool> TryLoadAsync(CancellationToken cancellationToken)
    {
        if (_client is not null || Status.State is VoiceState.Off)
        {
            return true;
        }

        try
        {
            Volatile.Write(ref _client, await loader.LoadAsync(cancellationToken));
            Become(VoiceState.Ready);
            Log.Loaded(log, loader.Name, loader.Engine?.Name ?? "another engine");
            return true;
        }
        catch (ModelException exception)
        {
            Report(exception, exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Report(exception, VoiceTexts.Get("ModelFailed", loader.Name));
        }

        return false;
    }

    // Logged once for each new reason, as loading is retried.
    private void Report(Exception exception, string problem)
    {
        if (Status.Problem != problem)
        {
            Log.NotLoaded(log, exception, loader.Name, problem);
        }

        Become(VoiceState.Unavailable, problem);
    }

    private void Become(VoiceState state, string? problem = null)
    {
        Volatile.Write(ref _status, new VoiceStatus(state, loader.Name, problem, loader.Engine));
        _settled.TrySetResult();
    }
}
