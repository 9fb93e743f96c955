using AzuSena.Whisper.Decoding;
using AzuSena.Whisper.Support;

namespace AzuSena.Whisper.Transcription;

public sealed class SegmentCutterTests
{
    [Fact]
    public void Cut_Times_MakePieces() =>
        Cut([TinyVocabulary.Time(0), .. TinyVocabulary.Words(" Sí, señor."), TinyVocabulary.Time(2.5), TinyVocabulary.Time(3), .. TinyVocabulary.Words(" Año"),
            TinyVocabulary.Time(4)])
            .Should().Equal(new WindowPiece(0, 2.5, "Sí, señor."), new WindowPiece(3, 4, "Año"));

    [Fact]
    public void Cut_NoTimeAtTheEnd_IsOpen() =>
        Cut([TinyVocabulary.Time(1), .. TinyVocabulary.Words("hola")]).Should().Equal(new WindowPiece(1, null, "hola"));

    [Fact]
    public void Cut_NoWords_IsNone() => Cut([TinyVocabulary.Time(0), ' ', TinyVocabulary.Time(30)]).Should().BeEmpty();

    private static IReadOnlyList<WindowPiece> Cut(params IEnumerable<int> tokens) =>
        SegmentCutter.Cut(new DecodedText([.. tokens], "", 0, 0, 0, IsLoop: false), TinyVocabulary.Create());
}
