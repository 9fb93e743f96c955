using AzuSena.Testing;

namespace AzuSena.Whisper.Support;

/// <summary>A model, loaded once for all tests that want it.</summary>
public abstract class SpeechModelFixture : IDisposable
{
    private readonly Lazy<WhisperModel> _model;

    protected SpeechModelFixture(Func<WhisperModelOptions, WhisperModel> load) => _model = new(
        () => load(new WhisperModelOptions { SpeechDetector = WhisperFactAttribute.Detector, LowPriority = false }));

    public WhisperModel Model => _model.Value;

    public virtual void Dispose()
    {
        if (_model.IsValueCreated)
        {
            _model.Value.Dispose();
        }

        GC.SuppressFinalize(this);
    }
}
