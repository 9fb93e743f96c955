using AzuSena.Testing;

namespace AzuSena.Whisper.Support;

/// <summary>The base model on ONNX Runtime.</summary>
public sealed class BaseModel() : SpeechModelFixture(options => WhisperModel.Load(WhisperFactAttribute.Model, options));

/// <summary>One after the other, so that the tests of the model do not wait for each other's turns.</summary>
[CollectionDefinition(Name)]
public sealed class UsesBaseModel : ICollectionFixture<BaseModel>
{
    public const string Name = "whisper-base";
}
