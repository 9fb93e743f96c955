using AzuSena.Testing;

namespace AzuSena.Whisper.Support;

/// <summary>The default model, loaded once for all tests that want it.</summary>
public sealed class BaseModel : IDisposable
{
    private readonly Lazy<WhisperModel> _model = new(
        () => WhisperModel.Load(WhisperFactAttribute.Model, new WhisperModelOptions { SpeechDetector = WhisperFactAttribute.Detector, LowPriority = false }));

    public WhisperModel Model => _model.Value;

    public void Dispose()
    {
        if (_model.IsValueCreated)
        {
            _model.Value.Dispose();
        }
    }
}

/// <summary>One after the other, so that the tests of the model do not wait for each other's turns.</summary>
[CollectionDefinition(Name)]
public sealed class UsesBaseModel : ICollectionFixture<BaseModel>
{
    public const string Name = "whisper-base";
}
