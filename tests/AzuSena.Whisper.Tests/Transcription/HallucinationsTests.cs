namespace AzuSena.Whisper.Transcription;

public sealed class HallucinationsTests
{
    [Theory]
    [InlineData("Subtítulos realizados por la comunidad de Amara.org")]
    [InlineData("¡Gracias por ver el video!")]
    [InlineData("¡Suscríbete al canal!")]
    [InlineData(" SUSCRIBETE Y ACTIVA LA CAMPANITA ")]
    [InlineData("Subtítulos por Juan Pérez")]
    [InlineData("Más información www.alimmenta.com")]
    [InlineData("¡Gracias!")]
    [InlineData("[Música]")]
    [InlineData("...")]
    public void IsMadeUp_KnownTextAndLittleSpeech_IsCaught(string text) =>
        Hallucinations.IsMadeUp(text, TimeSpan.FromMilliseconds(20), 0.6, -0.7, 0.4).Should().BeTrue();

    [Theory]
    [InlineData("¿Qué es el SENA?")]
    [InlineData("Gracias, quiero saber cuándo abren las inscripciones.")]
    [InlineData("¿Cómo me suscribo al boletín?")]
    public void IsKnown_WhatPeopleAsk_IsNot(string text) => Hallucinations.IsKnown(text).Should().BeFalse();

    [Fact]
    public void IsMadeUp_SomebodySaysThanks_IsKept() =>
        Hallucinations.IsMadeUp("Gracias.", TimeSpan.FromMilliseconds(600), 0.95, -0.4, 0.05).Should().BeFalse();

    [Theory]
    [InlineData(0.5, 0.95, -0.3, 0.1)]
    [InlineData(4, 0.6, -0.3, 0.1)]
    [InlineData(4, 0.95, -0.95, 0.1)]
    [InlineData(4, 0.95, -0.3, 0.6)]
    public void IsMadeUp_OneSignOfLittleEvidence_IsEnough(double spoken, double certainty, double logProbability, double noSpeech) =>
        Hallucinations.IsMadeUp("Subtítulos realizados por la comunidad de Amara.org", TimeSpan.FromSeconds(spoken), certainty, logProbability, noSpeech)
            .Should().BeTrue();
}
