using AzuSena.Memory.Embeddings.Onnx.Samples;
using AzuSena.Support;
using FsCheck;
using FsCheck.Xunit;

namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>Held against what two other implementations give for the same model: Samples/README.md.</summary>
[Properties(Arbitrary = [typeof(Generators)], MaxTest = 500)]
public sealed class UnigramTests
{
    private const int Unlimited = 4096;
    private static readonly TextTokenizer Json = TokenizerFile.Load(Sample.PathOf("unigram-tokenizer.json"), new());
    private static readonly TextTokenizer Model = TokenizerFile.Load(Sample.PathOf("sentencepiece.model"), new());

    public static TheoryData<string, int[]> Expected
    {
        get
        {
            var data = new TheoryData<string, int[]>();
            foreach (var sample in Sample.Read<Sample.Encoded>("unigram-expected.json"))
            {
                data.Add(sample.Text, sample.Ids);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Expected))]
    public void Encode_TokenizerJson_GivesWhatOthersGive(string text, int[] ids) => Json.Encode(text, Unlimited).Should().Equal(ids);

    [Theory]
    [MemberData(nameof(Expected))]
    public void Encode_SentencePieceModel_GivesWhatOthersGive(string text, int[] ids) => Model.Encode(text, Unlimited).Should().Equal(ids);

    [Fact]
    public void Encode_TheNameOfASpecialToken_IsOrdinaryText() =>
        Json.Encode("<s> no especial </s>", Unlimited).Should().StartWith(0).And.EndWith(2).And.ContainSingle(id => id == 0).And.ContainSingle(id => id == 2);

    [Property]
    public void Encode_AnyText_EndsWithinTheLimitBetweenTheSpecialTokens(HostileText text, PositiveInt room)
    {
        var ids = Json.Encode(text.Value, 2 + room.Get);

        ids.Length.Should().BeInRange(2, 2 + room.Get);
        ids[0].Should().Be(0);
        ids[^1].Should().Be(2);
        ids.Should().OnlyContain(id => id >= 0 && id < 602);
    }

    [Property]
    public void Encode_AnyText_IsTheSameFromBothFiles(HostileText text) =>
        Json.Encode(text.Value, Unlimited).Should().Equal(Model.Encode(text.Value, Unlimited));

    [Property]
    public void Encode_OrdinaryText_PiecesJoinToTheText(SpanishText text)
    {
        var pieces = Vocabulary();

        // What the model does not know is one piece of any length, so only texts whose every letter is known can be put together again.
        var known = string.Concat(text.Value.Select(letter => pieces.Contains(letter.ToString()) ? letter : ' '));
        var joined = string.Concat(Json.Encode(known, Unlimited)[1..^1].Select(id => pieces[id])).Replace('▁', ' ').Trim();

        joined.Should().Be(string.Join(' ', known.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    private static List<string> Vocabulary()
    {
        using var file = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Sample.PathOf("unigram-tokenizer.json")));
        return [.. file.RootElement.GetProperty("model").GetProperty("vocab").EnumerateArray().Select(entry => entry[0].GetString()!)];
    }
}
