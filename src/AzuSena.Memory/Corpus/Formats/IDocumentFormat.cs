using AzuSena.Memory.Corpus.Tables;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>
/// Reads files of one format. To add one: write a class like its neighbours and put it on the list of <see cref="DocumentFormats"/>.
/// </summary>
/// <remarks>
/// Implementations hold no state. They may throw whatever their parser throws; <see cref="DocumentReader"/> turns it into a reason for a person.
/// What a file says is never followed: no entity, link or path in it is opened.
/// </remarks>
public interface IDocumentFormat
{
    /// <summary>The file endings it reads, lower case, with the dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>The largest file it reads, in bytes.</summary>
    long MaxBytes { get; }

    /// <summary>Whether what it reads depends on <see cref="DocumentSource.Mappings"/>.</summary>
    bool UsesMappings => false;

    /// <summary>Reads a document; one without sections counts as empty.</summary>
    /// <exception cref="DocumentException">It cannot be read, and a person can be told why.</exception>
    CorpusDocument Read(DocumentSource source);
}

/// <summary>A file to be read.</summary>
/// <param name="Path">Its path below the corpus folder, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Mappings">How the columns of known tables are understood.</param>
/// <param name="CancellationToken">Cancelled when the file has taken too long.</param>
public sealed record DocumentSource(string Path, byte[] Content, TableMappings Mappings, CancellationToken CancellationToken = default)
{
    /// <summary>A title made of the file's name, for a document that has none.</summary>
    public string TitleFromPath
    {
        get
        {
            var words = System.IO.Path.GetFileNameWithoutExtension(Path).Replace('-', ' ').Replace('_', ' ').Trim();
            return words.Length == 0 ? Path : char.ToUpperInvariant(words[0]) + words[1..];
        }
    }
}
