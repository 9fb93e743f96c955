using System.Text.RegularExpressions;
using AzuSena.Memory.Corpus.Ocr;
using AzuSena.Memory.Corpus.Tables;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>
/// Reads files of one format. To add a format, write a class like the existing ones and add it to the list of <see cref="DocumentFormats"/>.
/// </summary>
/// <remarks>
/// Implementations hold no state. They may throw any exception of their parser; <see cref="DocumentReader"/> turns it into a readable reason. References in a
/// file are never followed: no entity, link or path in it is opened.
/// </remarks>
public interface IDocumentFormat
{
    /// <summary>The file name extensions of the format, lower case, with the dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>The largest supported file, in bytes.</summary>
    long MaxBytes { get; }

    /// <summary>Whether the result depends on <see cref="DocumentSource.Mappings"/>.</summary>
    bool UsesMappings => false;

    /// <summary>Reads a document; one without sections counts as empty.</summary>
    /// <exception cref="DocumentException">The document cannot be read; the message gives the reason for the user.</exception>
    CorpusDocument Read(DocumentSource source);
}

/// <summary>A file to be read.</summary>
/// <param name="Path">Its path below the corpus folder, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Mappings">The mappings of known table columns.</param>
/// <param name="CancellationToken">Cancelled when the file has taken too long.</param>
public sealed partial record DocumentSource(string Path, byte[] Content, TableMappings Mappings, CancellationToken CancellationToken = default)
{
    /// <summary>What recognises pages that are pictures; null if they are not recognised.</summary>
    public PageOcr? Ocr { get; init; }

    /// <summary>Extends the time that the file may take, from now on.</summary>
    internal Action<TimeSpan> MoreTime { get; init; } = _ => { };

    /// <summary>The questions beside the file (<see cref="QuestionsFile"/>); null if there are none.</summary>
    public QuestionsFile? Questions { get; init; }

    /// <summary>A title derived from the file name, for a document that has none.</summary>
    public string TitleFromPath
    {
        get
        {
            var words = Parted(System.IO.Path.GetFileNameWithoutExtension(Path).Replace('-', ' ').Replace('_', ' ').Trim());
            return words.Length == 0 ? Path : char.ToUpperInvariant(words[0]) + words[1..];
        }
    }

    // "CodigodeConvivenciaEscolar", "ReglamentoAprendiz2024"
    private static string Parted(string name) =>
        name.Contains(' ', StringComparison.Ordinal) ? name : GluedWord().Replace(CaseChange().Replace(name, "${before} ${after}"), "${kind} ${word} ");

    [GeneratedRegex(@"(?<before>\p{Ll})(?<after>\p{Lu}|\d)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CaseChange();

    [GeneratedRegex(
        @"\b(?<kind>C[óo]digo|Reglamento|Manual|Estatuto|Acuerdo|Gu[íi]a|Pol[íi]tica|Ley|Decreto|Plan)(?<word>del|de|la)\s",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex GluedWord();
}
