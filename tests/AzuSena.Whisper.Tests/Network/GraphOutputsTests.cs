using AzuSena.Onnx;
using AzuSena.Testing;
using FsCheck.Xunit;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Network;

public sealed class GraphOutputsTests
{
    [WhisperFact]
    public void Keep_EncoderWithAttentions_LeavesTheOneOutput()
    {
        OnnxTelemetry.SwitchOff();
        var whole = File.ReadAllBytes(Path.Combine(WhisperFactAttribute.Model, "encoder_model_quantized.onnx"));

        var kept = GraphOutputs.Keep(whole, "last_hidden_state")!;

        using var session = new InferenceSession(kept);
        session.OutputNames.Should().Equal("last_hidden_state");
        GraphOutputs.Keep(kept, "last_hidden_state").Should().BeNull("there is nothing left to take out");
    }

    [Property(MaxTest = 300)]
    public bool Keep_AnyBytes_NeverGrowAndNeverFail(byte[]? bytes) =>
        (GraphOutputs.Keep(bytes ?? [], "last_hidden_state")?.Length ?? 0) <= (bytes?.Length ?? 0);
}
