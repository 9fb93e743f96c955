using System.IO.Compression;
using System.Text;

namespace AzuSena.Cli.Tests.Commands;

/// <summary>
/// Fifty files that no index can use, of every format and each broken or hostile in its own way, and fifty that it can, however odd some are.
/// </summary>
internal static class HostileFolder
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0xFF, 0xFE, 0x01];
    private static readonly byte[] Elf = [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0xFF, 0x00];
    private const string Entity = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>""";

    /// <summary>Those to be reported.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Bad() =>
    [
        .. Each(Ole, "cifrado", "docx", "xlsx"),
        .. Each(Png, "imagen", "docx", "xlsx", "pdf", "json", "txt", "md", "csv"),
        .. Each(Elf, "programa", "txt", "md", "csv", "json", "html"),
        .. Each([], "vacio", "docx", "xlsx", "pdf", "txt", "md", "html"),
        .. Each(new byte[256], "nulos", "txt", "md", "csv", "pdf"),
        .. Each([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], "mitad-de-par", "txt", "md"),
        ("utf8-danado.txt", [.. Encoding.UTF8.GetBytes("áéíóúñ áéíóúñ"), 0xC3, 0x28]),
        ("hondo.json", Ascii(Many("{\"a\":", 100_000))),
        ("hondo-lista.json", Ascii(Many("[", 100_000))),
        ("hondo.jsonl", Ascii(Many("{\"a\":", 100_000))),
        ("abierto.json", Ascii("{\"a\": [1, 2")),
        ("clave-larga.json", Ascii($"[{{\"{new string('a', 400_000)}\":{{{string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"{i}\":1"))}}}}}]")),
        ("hondo.html", Ascii(Many("<div>", 200_000))),
        ("reabierto.html", Ascii(string.Concat(Enumerable.Range(0, 1_900).Select(i => $"<b id={i}>")) + Many("<p>x", 5_000))),
        ("hondo.md", Ascii(new string('>', 3_000) + " texto")),
        ("solo-encabezado.md", Ascii("---\ntitulo: Uno\n---\n")),
        ("comilla-abierta.csv", Ascii("a,b\n\"" + new string('x', 2_000_000))),
        ("entidades.docx", Zip(("word/document.xml", Entity))),
        ("entidades.xlsx", Zip(("xl/workbook.xml", Entity))),
        ("hondo.docx", Zip(("word/document.xml", $"<d>{Many("<p>", 5_000)}{Many("</p>", 5_000)}</d>"))),
        ("hondo-escondido.docx", Zip(("word/otro.dat", $"<d>{Many("<p>", 5_000)}{Many("</p>", 5_000)}</d>"))),
        ("ruta.docx", Zip(("../../etc/malo", "x"))),
        ("bomba.docx", Zip(("word/media/a.png", new string('\0', 12_000_000)))),
        ("bomba.xlsx", Zip(("xl/worksheets/sheet1.xml", "<a>" + new string(' ', 12_000_000) + "</a>"))),
        ("sin-partes.xlsx", Zip(("nada.txt", "nada"))),
        ("truncado.docx", Zip(("word/document.xml", Many("<a/>", 500)))[..60]),
        ("truncado.pdf", Ascii("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R")),
        ("hondo.pdf", Ascii("%PDF-1.4\n1 0 obj\n" + Many("[", 200_000) + "\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF")),
    ];

    /// <summary>Those to be read.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Good() =>
    [
        .. Enumerable.Range(1, 28)
            .Select(i => ($"programa-{i}.md", Utf8($"# Programa {i}\n\nEl programa número {i} del SENA dura {i} meses y se estudia en el centro {i}.\n"))),
        .. Enumerable.Range(1, 6).Select(i => ($"tabla-{i}.csv", Utf8($"sede,horario\nSede {i},De {i} a {i + 8}\n"))),
        ("ley.txt", Ascii(Many("ley ", 1_000))),
        ("ley.html", Ascii($"<h1>{Many("ley ", 1_000)}</h1><p>Texto.</p>")),
        ("ley.csv", Ascii($"a,b\n1,{Many("ley ", 2_900)}\n")),
        ("leyes.txt", Ascii(Many("ley 100 de 1993 y ", 20_000))),
        ("articulos.txt", Ascii("LEY 1 DE 2000\n\n" + Many("articulo 1.1.1.1, 2 y 3 . . . ", 10_000))),
        ("sentencias.txt", Ascii(Many("sentencia de la corte n. ", 10_000))),
        ("guiones.txt", Ascii(Many("a-1-", 50_000))),
        ("numeros.txt", Ascii(Many("1 222,", 50_000))),
        ("preguntas.txt", Utf8(Many("¿a ", 50_000))),
        ("puntos.txt", Ascii("Texto. " + Many(". ? ! ", 100_000))),
        ("marcas.txt", Utf8("a" + Many("\u0301\u0316", 200_000))),
        ("sin-espacios.txt", Ascii(new string('x', 5_000_000))),
        ("clave-desconocida.md", Utf8("---\ntitle: Uno\nauthor: {a: [b]}\n---\nEl texto del primero.\n")),
        ("encabezado-roto.md", Utf8("---\ntitulo: Dos\n\tfuente: x\n---\nEl texto del segundo.\n")),
        ("encabezado-abierto.md", Utf8("---\ntitulo: Tres\n\nEl texto del tercero.\n")),
        ("risas.md", Utf8($"---\ntitulo: Cuatro\na0: &a0 " +
            $"[ja]\n{string.Concat(Enumerable.Range(1, 40).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"))}---\nEl texto del cuarto.\n")),
    ];

    private static IEnumerable<(string, byte[])> Each(byte[] content, string name, params string[] endings) =>
        endings.Select(ending => ($"{name}.{ending}", content));

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Ascii(content));
            }
        }

        return file.ToArray();
    }
}
