using AzuSena.Whisper.Support;

namespace AzuSena.Whisper.Conformance;

[Collection(UsesBaseModel.Name)]
public sealed class OnnxEngineTests(BaseModel whisper) : SpeechEngineTests(whisper);

[Collection(UsesBaseModel.Name)]
public sealed class OnnxClientTests(BaseModel whisper) : SpeechClientTests(whisper);
