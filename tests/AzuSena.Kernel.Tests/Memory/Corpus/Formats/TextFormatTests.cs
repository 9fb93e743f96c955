using System.Text;
using AzuSena.Memory.Corpus;

namespace AzuSena.Tests.Memory.Corpus.Formats;

public sealed class TextFormatTests
{
    private const string Spanish = "La inscripción del año: ¿cuánto cuesta? «Nada», dice el SENA.";

    static TextFormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void Read_AnyUsualEncoding_GivesTheSameText(string encoding, bool mark)
    {
        var bytes = Encoding.GetEncoding(encoding);
        var content = bytes.GetBytes(Spanish);

        var document = FormatSamples.Read("a.txt", mark ? [.. bytes.GetPreamble(), .. content] : content);

        document.Sections.Should().ContainSingle().Which.Lines.Should().Equal(Spanish);
    }

    [Fact]
    public void Read_Utf8WithADamagedByte_IsToldFromWindows1252()
    {
        var content = Encoding.UTF8.GetBytes(Spanish);
        content[^1] = 0xFF;

        Reading(content).Should().Throw<DocumentException>().WithMessage("*UTF-8, pero tiene caracteres dañados*");
    }

    [Fact]
    public void Read_BytesThatAreNoText_AreRefused() =>
        Reading([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0xFF]).Should().Throw<DocumentException>().WithMessage("El archivo no es texto*");

    [Fact]
    public void Cut_TextWithoutSentences_IsBounded() =>
        Chunker.Cut(FormatSamples.Read("a.txt", string.Concat(Enumerable.Repeat("palabra ", 10_000))))
            .Should().OnlyContain(passage => Chunker.CountWords(passage.Text) <= Chunker.MaxRowWords);

    private static Action Reading(byte[] content) => () => FormatSamples.Read("a.txt", content);
}
