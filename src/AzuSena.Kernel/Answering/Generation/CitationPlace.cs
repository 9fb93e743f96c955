using System.Buffers;
using System.Collections.Frozen;
using AzuSena.Spanish;
using AzuSena.Spanish.Numbers;

namespace AzuSena.Answering.Generation;

/// <summary>
/// Decides whether a number in parentheses is in the place of a citation: after a word, at the end of a sentence or clause. "El numeral (1).", "dos (2)." and
/// "(1) …" at the beginning of a line are numbers of the text.
/// </summary>
internal static class CitationPlace
{
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzñáéíóúüABCDEFGHIJKLMNOPQRSTUVWXYZÑÁÉÍÓÚÜ");

    // Words that precede a number, and those that cannot end a clause.
    private static readonly FrozenSet<string> Numbered = """
        articulo articulos art arts numeral numerales num literal literales lit inciso incisos paragrafo paragrafos par ordinal ordinales punto puntos
        ley leyes decreto decretos resolucion resoluciones acuerdo acuerdos circular circulares sentencia sentencias concepto norma regla clausula
        clausulas capitulo capitulos cap titulo titulos tit seccion secciones libro parte partes anexo anexos nota notas tabla tablas cuadro figura
        figuras grafica grafico pagina paginas pag pags formato formulario casilla ficha version numero numeros no nro item items opcion opciones
        pregunta respuesta requisito requisitos paso pasos etapa etapas fase fases nivel niveles grado grados modulo modulos grupo grupos categoria
        clase tipo linea ciclo semestre trimestre periodo ano año mes semana dia hora a al ante con contra de del desde e el en entre es esta hasta la las
        lo los mas menos o para por que segun ser sin sobre son u un una uno y ya
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the preceding text allows a citation.</summary>
    /// <param name="before">The preceding text, at least the last words of the line.</param>
    public static bool MayFollow(ReadOnlySpan<char> before)
    {
        var line = before[(before.LastIndexOf('\n') + 1)..];
        var said = line.TrimEnd(' ');
        if (said.IsEmpty || said.Length == line.Length)
        {
            return false;
        }

        var end = said.TrimEnd(".?!…");
        var word = end[(end.LastIndexOfAnyExcept(Letters) + 1)..];
        return word.IsEmpty ? end.Length > 0 && end[^1] is ')' or ']' or '»' or '"' or '”' or '’' or '*' or '_' or '%'
            : word.Length > 1 && !IsNumbered(SpanishAnalyzer.Fold(word));
    }

    /// <summary>Whether the following text allows a citation; null while it is too short to decide.</summary>
    public static bool? MayPrecede(ReadOnlySpan<char> behind)
    {
        var next = behind.TrimStart(' ');
        return next.IsEmpty ? null
            : next.Length == behind.Length ? next[0] is '.' or ',' or ';' or '?' or '!' or '…' or '\n' or '[' or '(' or '*' or '_' or '|' or '"' or '”' or '»'
            : next[0] is '\n' or '|';
    }

    private static bool IsNumbered(string word) => Numbered.Contains(word)
        || NumberValues.Words.ContainsKey(word)
        || NumberValues.Multipliers.ContainsKey(word)
        || NumberValues.Ordinals.ContainsKey(word);
}
