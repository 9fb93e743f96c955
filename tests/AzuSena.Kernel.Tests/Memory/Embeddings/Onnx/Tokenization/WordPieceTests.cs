using AzuSena.Support;
using AzuSena.Testing;
using FsCheck;
using FsCheck.Xunit;

namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

[Properties(Arbitrary = [typeof(Generators)], MaxTest = 300)]
public sealed class WordPieceTests : IDisposable
{
    // Ids:                                            0        1        2        3        4         5       6       7    8
    private static readonly string[] Vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "aprend", "##iz", "##er", "?", "nandu", "[MASK]"];
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("aprendiz", new[] { 2, 4, 5, 3 })]
    [InlineData("APRENDER?", new[] { 2, 4, 6, 7, 3 })]
    [InlineData("aprendiz-", new[] { 2, 4, 5, 1, 3 })]
    [InlineData("aprendo", new[] { 2, 1, 3 })]
    [InlineData("Ñandú", new[] { 2, 8, 3 })]
    [InlineData("n\u0303andu\u0301", new[] { 2, 8, 3 })]
    [InlineData("", new[] { 2, 3 })]
    [InlineData(" \t\n ", new[] { 2, 3 })]
    public void Encode_VocabTxt_TakesTheLongestPieces(string text, int[] ids) => FromVocabulary().Encode(text, 16).Should().Equal(ids);

    [Fact]
    public void Encode_LongText_IsCutAndKeepsItsEnd() => FromVocabulary().Encode("aprendiz aprender aprendiz", 5).Should().Equal(2, 4, 5, 4, 3);

    [Fact]
    public void Encode_TokenizerJson_GivesWhatVocabTxtGives()
    {
        var vocabulary = string.Join(", ", Vocabulary.Select((token, id) => $"\"{token}\": {id}"));
        var path = _folder.Write("tokenizer.json", $$"""
            {
              "normalizer": { "type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true, "strip_accents": null, "lowercase": true },
              "pre_tokenizer": { "type": "BertPreTokenizer" },
              "post_processor": { "type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2] },
              "model": { "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "vocab": { {{vocabulary}} } }
            }
            """);

        TokenizerFile.Load(path, new()).Encode("¿Aprender a aprendiz? ñandú", 64).Should().Equal(FromVocabulary().Encode("¿Aprender a aprendiz? ñandú", 64));
    }

    [Theory]
    [InlineData("tokenizer.json", """{ "model": { "type": "BPE", "vocab": {} } }""", "*BPE*")]
    [InlineData("tokenizer.json", """{ "model": """, "*tokenizer.json*")]
    [InlineData("tokenizer.json", "{}", "*tokenizer.json*")]
    [InlineData("vocab.txt", "[PAD]\n[UNK]", "*[CLS]*")]
    [InlineData("x.model", "no es un modelo", "*x.model*")]
    [InlineData("tokenizer.bin", "", "*.bin*")]
    public void Load_UnusableFile_SaysWhy(string name, string text, string message) =>
        FluentActions.Invoking(() => TokenizerFile.Load(_folder.Write(name, text), new())).Should().Throw<EmbeddingException>().WithMessage(message);

    [Property]
    public void Encode_AnyText_EndsWithinTheLimitBetweenTheSpecialTokens(HostileText text, PositiveInt room)
    {
        var ids = FromVocabulary().Encode(text.Value, 2 + room.Get);

        ids.Length.Should().BeInRange(2, 2 + room.Get);
        ids[0].Should().Be(2);
        ids[^1].Should().Be(3);
        ids[1..^1].Should().NotContain([0, 2, 3]);
    }

    public void Dispose() => _folder.Dispose();

    private TextTokenizer FromVocabulary() => TokenizerFile.Load(_folder.Write("vocab.txt", string.Join('\n', Vocabulary)), new());
}
