using AzuSena.Testing;

namespace AzuSena.Whisper.Network;

[Trait("Category", "Slow")]
public sealed class DamagedModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Load_NoFolder_SaysSo() => Refused(_folder.Combine("no-hay"), "*no folder*");

    [Fact]
    public void Load_EmptyFolder_SaysWhatIsMissing() => Refused(_folder.Path, "*encoder_model*");

    [WhisperFact]
    public void Load_FileMissing_SaysWhich()
    {
        foreach (var name in (string[])["decoder_model_merged_quantized.onnx", "config.json", "tokenizer.json"])
        {
            Copy(except: name);
            Refused(_folder.Path, $"*{name.Replace("_quantized.onnx", "", StringComparison.Ordinal)}*");
        }
    }

    [WhisperFact]
    public void Load_FileDamaged_SaysWhich()
    {
        foreach (var name in (string[])["encoder_model_quantized.onnx", "decoder_model_merged_quantized.onnx", "config.json", "tokenizer.json"])
        {
            Copy(except: name);
            File.WriteAllText(_folder.Combine(name), "{ esto no es");
            Refused(_folder.Path, "*");
        }
    }

    [WhisperFact]
    public void Load_NetworksExchanged_SaysThatTheyAreNone()
    {
        Copy(except: "encoder_model_quantized.onnx");
        File.CreateSymbolicLink(_folder.Combine("encoder_model_quantized.onnx"),
            Path.Combine(WhisperFactAttribute.Model, "decoder_model_merged_quantized.onnx"));

        Refused(_folder.Path, "*no encoder*");
    }

    [WhisperFact]
    public void Load_OtherKindOfModel_SaysSo()
    {
        Copy(except: "config.json");
        _folder.Write("config.json", """{ "model_type": "bert" }""");

        Refused(_folder.Path, "*bert*");
    }

    [WhisperFact]
    public void Load_NoSileroDetector_SaysSo()
    {
        var act = () => WhisperModel.Load(
            WhisperFactAttribute.Model, new WhisperModelOptions { SpeechDetector = Path.Combine(WhisperFactAttribute.Model, "config.json") });

        act.Should().Throw<WhisperException>().WithMessage("*config.json*");
    }

    public void Dispose() => _folder.Dispose();

    private static void Refused(string folder, string message) =>
        FluentActions.Invoking(() => WhisperModel.Load(folder)).Should().Throw<WhisperException>().WithMessage(message);

    private void Copy(string except)
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path))
        {
            File.Delete(file);
        }

        foreach (var file in Directory.EnumerateFiles(WhisperFactAttribute.Model).Where(file => Path.GetFileName(file) != except))
        {
            File.CreateSymbolicLink(_folder.Combine(Path.GetFileName(file)), file);
        }
    }
}
