using AzuSena.Spanish.Numbers;
using AzuSena.Voice.Speaking;

namespace AzuSena.Voice;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("El **SENA** es [público](https://www.sena.edu.co) [1][2].", "El Sena es público.")]
    [InlineData("# Requisitos\n- Ser mayor de edad [3]\n- Tener `cédula`\n", "Requisitos.\nSer mayor de edad.\nTener cédula.")]
    [InlineData("Una línea\nque sigue.", "Una línea que sigue.")]
    [InlineData("El art. 45 y el núm. 3 de la Ley 1780 de 2016, p. ej.",
        "El artículo cuarenta y cinco y el número tres de la Ley mil setecientos ochenta de dos mil dieciséis, por ejemplo.")]
    [InlineData("Cuesta $ 1.300.000 al año.", "Cuesta un millón trescientos mil pesos al año.")]
    [InlineData("Cuesta $2.000.000.", "Cuesta dos millones de pesos.")]
    [InlineData("El 75 % de 1 SMMLV y el 3,5 % de COP 1.000",
        "El setenta y cinco por ciento de un salarios mínimos mensuales y el tres coma cinco por ciento de mil pesos.")]
    [InlineData("Dura 40 h y 21 meses.", "Dura cuarenta horas y veintiún meses.")]
    [InlineData("Abre de 8:00 a. m. a 5:30 p. m.", "Abre de ocho de la mañana a cinco y treinta de la tarde.")]
    [InlineData("Desde el 2025-07-18 y el 01/02/2026.", "Desde el dieciocho de julio de dos mil veinticinco y el primero de febrero de dos mil veintiséis.")]
    [InlineData("Entra a SOFIA Plus y a www.sena.edu.co.", "Entra a Sofía Plus y a sena punto edu punto co.")]
    [InlineData("Escribe a servicio@sena.edu.co", "Escribe a servicio arroba sena punto edu punto co.")]
    [InlineData("El NIT del SENA, la EPS, SENNOVA y las TIC.", "El nit del Sena, la e pe ese, Senova y las tic.")]
    [InlineData("Llama al 01 8000 910270.", "Llama al cero uno, ocho mil, novecientos diez, doscientos setenta.")]
    [InlineData("Llama al 018000 910270 o al 018000910270.",
        "Llama al cero uno, ocho mil, novecientos diez, doscientos setenta o al cero uno, ocho mil, novecientos diez, doscientos setenta.")]
    [InlineData("Celular 3001234567, fijo (601) 546 1500",
        "Celular trescientos, ciento veintitrés, cuarenta y cinco, sesenta y siete, fijo (seiscientos uno) quinientos cuarenta y seis, mil quinientos.")]
    [InlineData("+57 300 123 4567", "más cincuenta y siete, trescientos, ciento veintitrés, cuarenta y cinco, sesenta y siete.")]
    [InlineData("NIT 899.999.034-1", "nit ochocientos noventa y nueve, novecientos noventa y nueve, cero treinta y cuatro, guion uno.")]
    [InlineData("NIT 899999034-1", "nit ochocientos noventa y nueve, novecientos noventa y nueve, cero treinta y cuatro, guion uno.")]
    [InlineData("La cédula 1.023.456.789 cuesta $ 55.750",
        "La cédula uno, cero veintitrés, cuatrocientos cincuenta y seis, setecientos ochenta y nueve cuesta cincuenta y cinco mil setecientos cincuenta " +
            "pesos.")]
    [InlineData("La ficha 2558104 y el código 228118",
        "La ficha doscientos cincuenta y cinco, ochenta y uno, cero cuatro y el código doscientos veintiocho, ciento dieciocho.")]
    [InlineData("Cuesta $ 1300000 y hay 2500000 aprendices", "Cuesta un millón trescientos mil pesos y hay dos millones quinientos mil aprendices.")]
    [InlineData("Entre 2024-2025, 3,14159 y 1.300.000",
        "Entre dos mil veinticuatro, dos mil veinticinco, tres coma uno cuatro uno, cinco nueve y un millón trescientos mil.")]
    [InlineData("Radicado 20241234567890", "Radicado dos cero dos, cuatro uno dos, tres cuatro cinco, seis siete ocho, nueve cero.")]
    [InlineData("Título II, capítulo XIV, 1.º y 2.ª instancia", "Título dos, capítulo catorce, primero y segunda instancia.")]
    [InlineData("De 15–20 personas", "De quince a veinte personas.")]
    [InlineData("| Nivel | Duración |\n|---|---|\n| Técnico | 1 año |\n", "Nivel,\nDuración,\nTécnico,\nun año,")]
    [InlineData("Son $ 20 millones. No. El resto no.", "Son veinte millones de pesos. No. El resto no.")]
    [InlineData("٣ y ²", "٣ y ².")]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData("[1] **", "")]
    public void Of_Answer_IsSaidInFull(string markdown, string said) => SpokenText.Of(markdown).Should().Be(said);

    [Theory]
    [InlineData(0, "cero")]
    [InlineData(16, "dieciséis")]
    [InlineData(21, "veintiuno")]
    [InlineData(100, "cien")]
    [InlineData(101, "ciento uno")]
    [InlineData(1_000, "mil")]
    [InlineData(1_521, "mil quinientos veintiuno")]
    [InlineData(21_000, "veintiún mil")]
    [InlineData(31_031, "treinta y un mil treinta y uno")]
    [InlineData(1_000_000, "un millón")]
    [InlineData(2_500_700, "dos millones quinientos mil setecientos")]
    [InlineData(999_999_999_999,
        "novecientos noventa y nueve mil novecientos noventa y nueve millones novecientos noventa y nueve mil novecientos noventa y nueve")]
    public void Words_Number_IsSpanish(long number, string words) => NumberWords.Words(number).Should().Be(words);

    [Theory]
    [InlineData("7", 5_970)]
    [InlineData("777.", 4_470)]
    [InlineData("0", 5_970)]
    public void Of_ThousandsOfDigits_SaysTheFirstInGroupsAndHowManyThereAre(string repeated, int left)
    {
        var said = SpokenText.Of(string.Concat(Enumerable.Repeat(repeated, 6_000 / repeated.Length)));

        said.Should().EndWith($", y {NumberWords.Words(left)} dígitos más.");
        said.Length.Should().BeLessThan(400);
    }

    [FsCheck.Xunit.Property(MaxTest = 200)]
    public void Of_AnyText_EndsAndHoldsNoDigits(string? text) => SpokenText.Of(text ?? "").Should().NotMatchRegex("[0-9]");
}
