using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Spanish;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n \n ", "")]
    [InlineData("Sin punto final", "Sin punto final")]
    [InlineData("Uno. Dos.", "Uno.|Dos.")]
    [InlineData("  Uno.   Dos.  ", "Uno.|Dos.")]
    [InlineData("¿Qué es? Es una entidad. ¡Bien! Fin", "¿Qué es?|Es una entidad.|¡Bien!|Fin")]
    [InlineData("Termina así... Y sigue", "Termina así...|Y sigue")]
    [InlineData("Termina así… Y sigue", "Termina así…|Y sigue")]
    [InlineData("Pausa... que sigue en minúscula.", "Pausa... que sigue en minúscula.")]
    [InlineData("Vale 1.500.000 pesos. Otra.", "Vale 1.500.000 pesos.|Otra.")]
    [InlineData("Mide 3.5 metros.", "Mide 3.5 metros.")]
    [InlineData("Está en sena.edu.co y en Betowa.", "Está en sena.edu.co y en Betowa.")]
    [InlineData("Lo dice el Art. 5 de la ley. Fin.", "Lo dice el Art. 5 de la ley.|Fin.")]
    [InlineData("Según el núm. 3 y la pág. 12. Fin.", "Según el núm. 3 y la pág. 12.|Fin.")]
    [InlineData("Dijo que no. Luego vino.", "Dijo que no.|Luego vino.")]
    [InlineData("La Sra. Pérez y el Dr. Gómez llegaron. Fin.", "La Sra. Pérez y el Dr. Gómez llegaron.|Fin.")]
    [InlineData("Lo escribió J. Pérez. Fin.", "Lo escribió J. Pérez.|Fin.")]
    [InlineData("EE. UU. firmó. Fin.", "EE. UU. firmó.|Fin.")]
    [InlineData("Dijo «ven.» Y vino.", "Dijo «ven.»|Y vino.")]
    [InlineData("Dijo “ven”. Y vino (tarde.) Fin", "Dijo “ven”.|Y vino (tarde.)|Fin")]
    [InlineData("Uno. «Dos» tres. (Cuatro) cinco. - Seis", "Uno.|«Dos» tres.|(Cuatro) cinco.|- Seis")]
    [InlineData("Fue en 2024. 300 personas vinieron.", "Fue en 2024.|300 personas vinieron.")]
    [InlineData("Un título\nUna línea que sigue\n- Un punto. Otro", "Un título|Una línea que sigue|- Un punto.|Otro")]
    [InlineData("Uno.\n\n\nDos.", "Uno.|Dos.")]
    [InlineData("Piso 2.º, apto. 301. Ver vol. II, cap. IV. Fin.", "Piso 2.º, apto. 301.|Ver vol. II, cap. IV.|Fin.")]
    [InlineData("Son 2.208 horas, i.e. 24 meses. Fin.", "Son 2.208 horas, i.e. 24 meses.|Fin.")]
    [InlineData("Artículo 2°. Principio de libertad. Toda persona es libre.", "Artículo 2°. Principio de libertad.|Toda persona es libre.")]
    [InlineData("Art. 93-2. Plazo. Son dos.", "Art. 93-2. Plazo.|Son dos.")]
    [InlineData("Según el art. 5.º del Decreto núm. 4904 de 2009. Fin.", "Según el art. 5.º del Decreto núm. 4904 de 2009.|Fin.")]
    [InlineData("1. Entre a la página. Luego siga.\n- 2. Salga.", "1. Entre a la página.|Luego siga.|- 2. Salga.")]
    [InlineData("A.9. Conducir por la vía. Fin.", "A.9. Conducir por la vía.|Fin.")]
    [InlineData("2.1. Requisitos. Fin.", "2.1. Requisitos.|Fin.")]
    [InlineData("Los arts. 3 y 4, parágr. 1, lit. 2. Fin.", "Los arts. 3 y 4, parágr. 1, lit. 2.|Fin.")]
    [InlineData("¿¡En serio!? Sí.", "¿¡En serio!?|Sí.")]
    public void Split_Text_GivesItsSentences(string text, string sentences) =>
        string.Join('|', SentenceSplitter.Split(text).Select(range => text[range])).Should().Be(sentences);

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 500)]
    public void Split_SpanishText_CoversItInOrder(SpanishText text) => AssertCovers(text.Value);

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 500)]
    public void Split_HostileText_CoversItInOrder(HostileText text) => AssertCovers(text.Value);

    private static void AssertCovers(string text)
    {
        var end = 0;
        foreach (var range in SentenceSplitter.Split(text))
        {
            var sentence = text[range];
            sentence.Should().NotBeEmpty().And.NotContain("\n");
            sentence.Trim().Should().Be(sentence);
            text[end..range.Start.Value].Should().BeNullOrWhiteSpace("nothing may stand between two sentences");
            end = range.End.Value;
        }

        text[end..].Should().BeNullOrWhiteSpace();
    }
}
