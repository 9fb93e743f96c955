using System.ComponentModel;
using AzuSena.Errors;
using AzuSena.Memory.Storage;
using AzuSena.Passages;
using AzuSena.Spanish;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Documents;

/// <summary>The plugin <c>documents</c>: which documents there are, by subject and by date.</summary>
[ToolTitle("Documentos")]
public sealed class DocumentsPlugin(PassageStore store)
{
    private const int MaxListed = 15;
    private const int MaxQuoted = 60;
    private const int NewestCount = 5;

    /// <summary>How many documents there are, and their titles.</summary>
    [KernelFunction("list")]
    [Offered]
    [AnswersQuestion(
        "¿(Qué|Cuáles) documentos (tienes|tiene|hay|manejas|conoces|usas|consultas|puedes|puedo) [consultar] [tú] [disponibles|todos] "
        + "[AzuSENA]?")]
    [AnswersQuestion("¿Cuáles son [todos] [tus|los] documentos [que] [tienes|manejas|conoces|disponibles]?")]
    [AnswersQuestion("¿Cuántos documentos (tienes|tiene|hay|manejas|conoces|son) [en total] [tú] [AzuSENA]?")]
    [AnswersQuestion("(Lista|enumera|muestra|muéstrame|dame) [todos] [la] [lista] [de] [tus|los] documentos [que] [tienes]")]
    [Description("Dice cuántos documentos hay y cuáles son.")]
    public string List()
    {
        var documents = Documents();
        return documents.Count == 0 ? DocumentTexts.Format("Nothing") : DocumentTexts.Format("All", documents.Count) + Lines(documents);
    }

    /// <summary>The documents about a subject.</summary>
    [KernelFunction("about")]
    [Offered]
    [AnswersQuestion(
        "¿(Qué|Cuáles) documentos [tienes|tiene|hay|existen|manejas|conoces] (sobre|acerca del|acerca de|del|de|tratan de|hablan de) "
        + "{topic:texto}?")]
    [AnswersQuestion(
        "¿(Tienes|hay|tiene|existe) [algún|alguno|un] (documento|documentos) [tienes|hay] (sobre|acerca del|acerca de|del|de) "
        + "{topic:texto}?")]
    [AnswersQuestion("¿[En] (qué|cuál) (documento|documentos) (habla|hablan|trata|tratan) (sobre|acerca|del|de) {topic:texto}?")]
    [AnswersQuestion("(Lista|enumera|muestra|muéstrame|dame|busca) [los] documentos (sobre|acerca del|acerca de|del|de) {topic:texto}")]
    [Description("Busca los documentos cuyo título o temas hablan de algo.")]
    public string About([Description("El tema, por ejemplo bienestar.")] string topic)
    {
        var asked = SpanishAnalyzer.Stem(topic).ToHashSet(StringComparer.Ordinal);
        var found = Documents().Where(document => asked.Count > 0 && asked.IsSubsetOf(Stems(document))).ToList();
        return found.Count == 0
            ? DocumentTexts.Format("NoneAbout", Quote(topic))
            : DocumentTexts.Format(found.Count == 1 ? "OneAbout" : "About", found.Count, Quote(topic)) + Lines(found);
    }

    /// <summary>The date of the documents that the previous answer cites.</summary>
    [KernelFunction("dated")]
    [AnswersQuestion("¿De cuándo (es|son) [esto|eso|esta|esa|este|ese|estos|esos] [información|dato|datos|documento|respuesta] {passages:citado}")]
    [AnswersQuestion(
        "¿(Qué|Cuál) [es] [la] fecha [de] [tiene] [esto|eso|esta|esa|este|ese] [información|dato|datos|documento|respuesta] "
        + "{passages:citado}")]
    [AnswersQuestion("¿(Esto|eso) [está|esta] [información] (actualizado|actualizada|vigente) {passages:citado}")]
    [AnswersQuestion("¿De qué (fecha|año) (es|son) [esto|eso|esta|esa|este|ese] [información|dato|datos|documento] {passages:citado}")]
    [Description("Dice a qué fecha corresponden los documentos de unos pasajes.")]
    public string Dated([Description("Los identificadores de los pasajes, separados por comas.")] string passages)
    {
        using var snapshot = Documents().Count == 0 ? null : store.Read();
        var documents = snapshot is null ? [] : passages.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(snapshot.Find).OfType<Passage>().Select(passage => passage.Document).DistinctBy(document => document.Path).ToList();
        return documents.Count == 0 ? DocumentTexts.Format("NothingCited") : string.Join('\n', documents.Select(Dated));
    }

    /// <summary>The date of a document.</summary>
    [KernelFunction("date_of")]
    [Offered]
    [AnswersQuestion("¿De cuándo es [el|la] documento (de|del|sobre|llamado) {title:texto}?")]
    [AnswersQuestion("¿De (qué|cuál) (fecha|año) es [el] documento (de|del|sobre|llamado) {title:texto}?")]
    [AnswersQuestion("¿(Qué|Cuál) [es] [la] fecha [de] [tiene] [el|del] documento (de|del|sobre|llamado) {title:texto}?")]
    [Description("Dice a qué fecha corresponde un documento.")]
    public string DateOf([Description("El título del documento, o una parte.")] string title)
    {
        var asked = SpanishAnalyzer.Stem(title).ToHashSet(StringComparer.Ordinal);
        var found = Documents()
            .Where(document => asked.Count > 0 && asked.IsSubsetOf(SpanishAnalyzer.Stem(document.Title)))
            .OrderBy(document => document.Title.Length)
            .FirstOrDefault();
        return found is null ? DocumentTexts.Format("NoneTitled", Quote(title)) : Dated(found);
    }

    /// <summary>The documents of a year.</summary>
    [KernelFunction("of_year")]
    [Offered]
    [AnswersQuestion("¿(Qué|Cuáles|Cuántos) documentos (son|hay|tienes|tiene) [fecha] {year:año}?")]
    [AnswersQuestion("(Lista|muestra|muéstrame|dame) [los] documentos {year:año}")]
    [Description("Lista los documentos que corresponden a un año.")]
    public string OfYear([Description("El año.")] int year)
    {
        var found = Documents().Where(document => document.AsOf?.Year == year).ToList();
        return found.Count == 0
            ? DocumentTexts.Format("NoneOfYear", year)
            : DocumentTexts.Format(found.Count == 1 ? "OneOfYear" : "OfYear", found.Count, year) + Lines(found);
    }

    /// <summary>The newest documents.</summary>
    [KernelFunction("newest")]
    [Offered]
    [AnswersQuestion(
        "¿(Cuál|Cuáles|Qué) [es|son] [el|los] [tu|tus] (documento|documentos) [más] "
        + "(reciente|recientes|nuevo|nuevos|último|últimos|actual|actuales) [tienes|hay]?")]
    [Description("Lista los documentos de fecha más reciente.")]
    public string Newest()
    {
        var dated = Documents().Where(document => document.AsOf is not null).OrderByDescending(document => document.AsOf).Take(NewestCount).ToList();
        return dated.Count == 0 ? DocumentTexts.Format("Nothing") : DocumentTexts.Format("Newest") + Lines(dated);
    }

    // Before the first indexing there is nothing to read.
    private List<DocumentInfo> Documents()
    {
        try
        {
            using var snapshot = store.Read();
            return snapshot.Documents();
        }
        catch (AzuSenaException)
        {
            return [];
        }
    }

    private static HashSet<string> Stems(DocumentInfo document) =>
        SpanishAnalyzer.Stem($"{document.Title}. {string.Join(". ", document.Topics ?? [])}").ToHashSet(StringComparer.Ordinal);

    private static string Dated(DocumentInfo document) => document.AsOf is { } date
        ? DocumentTexts.Format("Dated", document.Title, Calendar.SpanishDate.Short(date))
            + (document.Validity is { Length: > 0 } validity ? " " + DocumentTexts.Format("Validity", validity.TrimEnd('.')) : "")
        : DocumentTexts.Format("Undated", document.Title);

    private static string Lines(List<DocumentInfo> documents) =>
        string.Concat(documents.Take(MaxListed).Select(document =>
            $"\n- {document.Title}{(document.AsOf is { } date ? $" ({Calendar.SpanishDate.Short(date)})" : "")}"))
        + (documents.Count > MaxListed ? "\n" + DocumentTexts.Format("AndMore", documents.Count - MaxListed) : "");

    private static string Quote(string text) => text.Length <= MaxQuoted ? text : $"{text[..MaxQuoted]}…";
}
