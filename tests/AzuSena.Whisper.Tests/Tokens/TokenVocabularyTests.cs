using System.Text;
using AzuSena.Testing;
using AzuSena.Whisper.Support;

namespace AzuSena.Whisper.Tokens;

public sealed class TokenVocabularyTests
{
    [Fact]
    public void Decode_AccentsAsBytes_AreWhole() =>
        TinyVocabulary.Create().Decode([TinyVocabulary.Time(0), .. TinyVocabulary.Words("¿Dónde está el niño? 🎓"), TinyVocabulary.Time(2), TinyVocabulary.End])
            .Should().Be("¿Dónde está el niño? 🎓");

    [Fact]
    public void Create_UsualTokens_KnowsTheirMeaning()
    {
        var vocabulary = TinyVocabulary.Create();

        vocabulary.Languages.Should().BeEquivalentTo(new Dictionary<string, int> { ["en"] = 258, ["es"] = 259 });
        vocabulary.FirstTimestamp.Should().Be(TinyVocabulary.FirstTimestamp);
        vocabulary.NoSpeech.Should().Be(264);
    }

    [Fact]
    public void Create_NoLanguages_SaysThatItIsNoMultilingualModel()
    {
        var act = () => new TokenVocabulary(new Dictionary<string, int> { ["a"] = 0 }, new Dictionary<string, int> { ["<|endoftext|>"] = 1 }, []);

        act.Should().Throw<WhisperException>().WithMessage("*<|startoftranscript|>*");
    }

    [Fact]
    public void Read_ListsOfAnOlderExport_GiveTheSame()
    {
        using var folder = new TemporaryFolder();
        folder.Write("vocab.json",
            "{" + string.Join(',', Enumerable.Range(0, 256)
                .Select(value => $"{System.Text.Json.JsonSerializer.Serialize(ByteAlphabet.ToText([(byte)value]))}:{value}")) + ",\"<|endoftext|>\":256}");
        folder.Write("merges.txt", "#version: 0.2\nĠ l\n");
        folder.Write("added_tokens.json", "{" + string.Join(',', TinyVocabulary.Special.Skip(1).Select((name, index) => $"\"{name}\":{257 + index}")) + "}");

        var vocabulary = VocabularyFiles.Read(folder.Path);

        vocabulary.EndOfText.Should().Be(TinyVocabulary.End);
        vocabulary.Decode(TinyVocabulary.Words("ñandú")).Should().Be("ñandú");
        vocabulary.Languages.Should().ContainKey("es");
    }

    [Theory]
    [InlineData("tokenizer.json", "{")]
    [InlineData("tokenizer.json", "{\"model\":{}}")]
    [InlineData("tokenizer.json", "[]")]
    [InlineData("vocab.json", "{\"a\":\"b\"}")]
    [InlineData("otro.json", "{}")]
    public void Read_Damaged_SaysSo(string name, string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name, text);

        FluentActions.Invoking(() => VocabularyFiles.Read(folder.Path)).Should().Throw<WhisperException>().WithMessage($"*{folder.Path}*");
    }

    [WhisperFact]
    public void Encode_SpanishSentence_IsThatOfTheReferenceAndDecodesToItself()
    {
        var vocabulary = VocabularyFiles.Read(WhisperFactAttribute.Model);

        var tokens = vocabulary.Encode(" ¿Qué es el SENA?");

        // As transformers.js's WhisperTokenizer gives it.
        tokens.Should().Equal(3841, 15137, 785, 806, 318, 40998, 30);
        vocabulary.Decode(tokens).Should().Be(" ¿Qué es el SENA?");
        Encoding.UTF8.GetString(vocabulary.BytesOf(tokens[1])).Should().Be("Qué");
    }
}
