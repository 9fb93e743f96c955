using AzuSena.Testing;

namespace AzuSena.Support;

/// <summary>A small corpus in which every word that the tests ask for stands in few documents, as in a real one.</summary>
internal static class TestCorpus
{
    public static TemporaryFolder Create()
    {
        var folder = new TemporaryFolder();
        folder.Write("contrato.md", Document(
            "Contrato de aprendizaje",
            "El contrato de aprendizaje dura como máximo tres años. La empresa patrocinadora paga al aprendiz un apoyo de sostenimiento mensual."));
        folder.Write("certificados.md", Document(
            "Certificados",
            "El certificado de formación se descarga en la página de certificados. La constancia de estudio se pide por correo."));
        folder.Write("biblioteca.md", Document(
            "Biblioteca",
            "La biblioteca presta libros durante quince días. Los libros electrónicos se leen por internet."));
        folder.Write("inscripcion.md", Document(
            "Inscripción",
            "La inscripción se hace por internet en el portal Betowa. El aspirante necesita un documento de identidad."));
        folder.Write("bienestar.md", Document(
            "Bienestar",
            "El programa de bienestar ofrece deporte, cultura y consejería. Cada centro publica su calendario de deporte."));
        folder.Write("emprendimiento.md", Document(
            "Fondo Emprender",
            "El Fondo Emprender entrega capital semilla a las iniciativas de negocio. Su convocatoria publica los requisitos:\n\n- Ser mayor de edad.\n- " +
                "Presentar un plan de negocio."));
        return folder;
    }

    private static string Document(string title, string body) =>
        $"---\ntitulo: {title}\nfuente: Prueba\nfecha: 2025-06-25\ntemas: [prueba]\n---\n# {title}\n\n{body}\n";
}
