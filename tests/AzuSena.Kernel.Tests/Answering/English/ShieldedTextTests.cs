namespace AzuSena.Answering.English;

public sealed class ShieldedTextTests
{
    [Theory]
    [InlineData("Consulte https://oferta.sena.edu.co/x?y=1. Gracias.", "Consulte qzx0. Gracias.")]
    [InlineData("Está en www.sena.edu.co, y en betowa.sena.edu.co.", "Está en qzx0, y en qzx1.")]
    [InlineData("Escriba a servicio@sena.edu.co antes del 30/06/2025.", "Escriba a qzx0 antes del qzx1.")]
    [InlineData("Cuesta $ 1.423.500 al mes.", "Cuesta qzx0 al mes.")]
    [InlineData("La formación tarda 3,5 años.", "La qzx0 tarda 3,5 años.")]
    [InlineData("El Consejo Directivo eligió a Rodolfo Martínez Tono en Bogotá.", "El qzx0 eligió a qzx1 en Bogotá.")]
    [InlineData("El SENA cobra. El Fondo 3 y la Q se ven.", "El SENA cobra. El Fondo 3 y la Q se ven.")]
    public void Text_WhatApertiumWouldSpoil_IsANameInstead(string spanish, string shielded) => ShieldedText.Of(spanish).Text.Should().Be(shielded);

    [Fact]
    public void Restore_Translation_HasAddressesAsTheyWereAndTermsInEnglish()
    {
        var text = ShieldedText.Of("Los días hábiles del contrato de aprendizaje se ven en www.sena.edu.co.");

        text.Restore("The qzx1 of the qzx2 are in qzx0.").Should().Be("The working days of the apprenticeship contract are in www.sena.edu.co.");
    }

    [Fact]
    public void Restore_TermAtTheBeginning_KeepsItsCapital() => ShieldedText.Of("Matrícula gratis.").Restore("qzx0 free.").Should().Be("Enrolment free.");

    [Theory]
    [InlineData("Ana Paz fundó el centro.", "qzx0 Founded the centre.", "Ana Paz founded the centre.")]
    [InlineData("Ana Paz. Fundó el centro.", "qzx0. Founded the centre.", "Ana Paz. Founded the centre.")]
    public void Restore_NameAtTheBeginning_LeavesNoCapitalToTheNextWord(string spanish, string translation, string english) =>
        ShieldedText.Of(spanish).Restore(translation).Should().Be(english);

    [Theory]
    [InlineData("See it.")]
    [InlineData("See qzx0 and qzx0.")]
    [InlineData("See qzx7.")]
    public void Restore_NameLostRepeatedOrUnknown_IsNothing(string translation) =>
        ShieldedText.Of("Consulte www.sena.edu.co.").Restore(translation).Should().BeNull();
}
