using AzuSena.Prompts.Links;

namespace AzuSena.Answering.Generation.Links;

public sealed class ReplyLinksTests
{
    private const string Passage =
        "Entra a https://betowa.sena.edu.co/registro o a www.sena.edu.co. Escribe a servicio@sena.edu.co (o a [enlace 9]). Otra vez: www.sena.edu.co.";

    [Fact]
    public void Hide_AddressesOfAPassage_BecomePlaceholdersThatItCannotForge() =>
        new PassageLinks().Hide(Passage).Should().Be(
            "Entra a [enlace 1] o a [enlace 2]. Escribe a servicio@sena.edu.co (o a (enlace 9)). Otra vez: [enlace 2].");

    [Theory]
    [InlineData("Entra a [enlace 1].", "Entra a https://betowa.sena.edu.co/registro.")]
    [InlineData("Entra a [Enlace 2]", "Entra a www.sena.edu.co")]
    [InlineData("Entra al [portal]([enlace 1]).", "Entra al [portal](https://betowa.sena.edu.co/registro).")]
    [InlineData("Entra al [portal](enlace 2).", "Entra al [portal](https://www.sena.edu.co).")]
    [InlineData("Entra a [enlace 2](https://otro.com) ya.", "Entra a www.sena.edu.co ya.")]
    [InlineData("Entra a sena.edu.co, o a http://www.sena.edu.co/.", "Entra a sena.edu.co, o a http://www.sena.edu.co/.")]
    [InlineData("Escribe a servicio@sena.edu.co.", "Escribe a servicio@sena.edu.co.")]
    [InlineData("Escribe a [servicio](mailto:servicio@sena.edu.co).", "Escribe a [servicio](mailto:servicio@sena.edu.co).")]
    [InlineData("Entra a https://otro.com/x?y=1.", "Entra a (enlace retirado).")]
    [InlineData("Entra a <https://otro.com>.", "Entra a <(enlace retirado)>.")]
    [InlineData("Entra a otro.gov.co/pagina o escribe a yo@otro.com", "Entra a (enlace retirado) o escribe a (enlace retirado)")]
    [InlineData("Entra al [portal](https://otro.com).", "Entra al portal.")]
    [InlineData("Entra al [otro.com](https://www.sena.edu.co).", "Entra al (enlace retirado).")]
    [InlineData("Entra a [enlace 5].", "Entra a (enlace retirado).")]
    [InlineData("El numeral 3.2 de S.A.S. dura 1.500 horas, etc. [1]", "El numeral 3.2 de S.A.S. dura 1.500 horas, etc. [1]")]
    [InlineData("Dura tres años [1](#cita-1) [2].", "Dura tres años [1](#cita-1) [2].")]
    [InlineData("Un [corchete] y otro [abierto", "Un [corchete] y otro [abierto")]
    public void Take_AnyCut_PutsTheAddressesBackAndRemovesOthers(string reply, string shown)
    {
        foreach (var size in new[] { reply.Length, 1, 2, 5 })
        {
            var known = new PassageLinks();
            known.Hide(Passage);
            var links = new ReplyLinks(known);

            (string.Concat(reply.Chunk(size).Select(piece => links.Take(new string(piece)))) + links.End()).Should().Be(shown);
        }
    }

    [Fact]
    public void Take_AddressOfAToolsResult_Stays()
    {
        var known = new PassageLinks();
        known.Allow("{\"url\":\"https://festivos.gov.co/2026\"}");

        new ReplyLinks(known).Take("Mira https://festivos.gov.co/2026 y ").Should().Be("Mira https://festivos.gov.co/2026 y ");
    }
}
