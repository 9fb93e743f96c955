namespace AzuSena.Answering.Generation.Contract;

public sealed class RepetitionWatchTests
{
    [Theory]
    [InlineData("no no no no no no no no no no ", true)]
    [InlineData("el SENA es el SENA es el SENA es el SENA es ", true)]
    [InlineData("la empresa paga el apoyo mensual cada mes y la empresa paga el apoyo mensual cada mes y luego ", true)]
    [InlineData("lunes de 8 a 12, martes de 8 a 12, miércoles de 8 a 12, jueves de 8 a 12, viernes de 8 a 12 ", false)]
    [InlineData("| sí | sí | sí | sí | sí | no | sí | sí | sí ", false)]
    [InlineData("Los técnicos que terminaron la etapa lectiva pagan 1. Los tecnólogos que terminaron la etapa lectiva pagan 2. ", false)]
    public void Take_Words_TellsACircleFromAList(string text, bool loops)
    {
        var watch = new RepetitionWatch();
        foreach (var letter in text)
        {
            watch.Take(letter);
        }

        watch.IsLooping.Should().Be(loops);
    }

    [Theory]
    [InlineData("La empresa paga el apoyo.", "la empresa paga el APOYO", true)]
    [InlineData("La empresa paga el apoyo.", "La empresa 2 paga el apoyo.", false)]
    [InlineData("Cédula de ciudadanía.", "Cédula de ciudadanía.", false)]
    public void IsRepeated_Sentence_WhateverItsCapitals(string first, string second, bool repeated)
    {
        var watch = new RepetitionWatch();
        watch.IsRepeated(first);

        watch.IsRepeated(second).Should().Be(repeated);
    }
}
