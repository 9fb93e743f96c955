namespace AzuSena.Whisper.Ggml;

public sealed class SubtitleNotesTests
{
    [Theory]
    [InlineData(" [BLANK_AUDIO]", "")]
    [InlineData("(música) ¿Qué es el SENA?", "¿Qué es el SENA?")]
    [InlineData("♪ La la ♪", "")]
    [InlineData("*suspira* Bueno.", "Bueno.")]
    [InlineData(" Son (más o menos) dos años [", "Son dos años")]
    [InlineData("…", "")]
    [InlineData(" Quiero inscribirme.", "Quiero inscribirme.")]
    public void Without_Text_LeavesWhatWasSaid(string text, string said) => SubtitleNotes.Without(text).Should().Be(said);
}
