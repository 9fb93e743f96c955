namespace AzuSena.Answering.English;

public sealed class ShieldedTextTests
{
    [Theory]
    [InlineData("Consulte https://oferta.sena.edu.co/x?y=1. Gracias.", "Consulte Qzx0. Gracias.")]
    [InlineData("Está en www.sena.edu.co, y en betowa.sena.edu.co.", "Está en Qzx0, y en Qzx1.")]
    [InlineData("Escriba a servicio@sena.edu.co antes del 30/06/2025.", "Escriba a Qzx0 antes del Qzx1.")]
    [InlineData("Cuesta $ 1.423.500 al mes.", "Cuesta Qzx0 al mes.")]
    [InlineData("La formación dura 3,5 años.", "La Qzx0 dura 3,5 años.")]
    public void Text_WhatApertiumWouldSpoil_IsANameInstead(string spanish, string shielded) => ShieldedText.Of(spanish).Text.Should().Be(shielded);

    [Fact]
    public void Restore_Translation_HasAddressesAsTheyWereAndTermsInEnglish()
    {
        var text = ShieldedText.Of("Los días hábiles del contrato de aprendizaje se ven en www.sena.edu.co.");

        text.Restore("The Qzx1 of the Qzx2 are in Qzx0.").Should().Be("The working days of the apprenticeship contract are in www.sena.edu.co.");
    }

    [Fact]
    public void Restore_TermAtTheBeginning_KeepsItsCapital() => ShieldedText.Of("Matrícula gratis.").Restore("Qzx0 free.").Should().Be("Enrolment free.");

    [Theory]
    [InlineData("See it.")]
    [InlineData("See Qzx0 and Qzx0.")]
    [InlineData("See Qzx7.")]
    public void Restore_NameLostRepeatedOrUnknown_IsNothing(string translation) =>
        ShieldedText.Of("Consulte www.sena.edu.co.").Restore(translation).Should().BeNull();
}
