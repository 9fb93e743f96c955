using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Errors;

namespace AzuSena.Evaluation.Squad;

/// <summary>A question of a SQuAD-format file.</summary>
/// <param name="Text">The question.</param>
/// <param name="Paragraph">Index of the paragraph that it was asked about, over the whole file.</param>
/// <param name="Answers">The gold answers; empty for a question that its paragraph does not answer.</param>
public sealed record SquadQuestion(string Text, int Paragraph, IReadOnlyList<string> Answers)
{
    /// <summary>Whether its paragraph answers it.</summary>
    public bool IsAnswerable => Answers.Count > 0;
}

/// <summary>A paragraph of a SQuAD-format file.</summary>
/// <param name="Title">The article that contains it.</param>
/// <param name="Text">Its text.</param>
public sealed record SquadParagraph(string Title, string Text);

/// <summary>A data set in the format of SQuAD (https://rajpurkar.github.io/SQuAD-explorer/), version 1 or 2.</summary>
public sealed record SquadFile(IReadOnlyList<SquadParagraph> Paragraphs, IReadOnlyList<SquadQuestion> Questions)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a file given by the user.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>: the file cannot be read or has the wrong format.</exception>
    public static SquadFile ReadChecked(string path)
    {
        try
        {
            return Read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, $"No se puede leer «{path}» como datos en formato SQuAD.", exception);
        }
    }

    /// <summary>Reads a file, optionally compressed with gzip.</summary>
    /// <exception cref="JsonException">The file has the wrong format.</exception>
    public static SquadFile Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        var root = JsonSerializer.Deserialize<Root>(stream, Json) ?? throw new JsonException();
        var paragraphs = new List<SquadParagraph>();
        var questions = new List<SquadQuestion>();
        foreach (var article in root.Data)
        {
            foreach (var paragraph in article.Paragraphs)
            {
                questions.AddRange(
                    paragraph.Qas.Select(qa => new SquadQuestion(qa.Question, paragraphs.Count, [.. (qa.Answers ?? []).Select(answer => answer.Text)])));
                paragraphs.Add(new SquadParagraph(article.Title.Replace('_', ' '), paragraph.Text));
            }
        }

        return new SquadFile(paragraphs, questions);
    }

    private sealed record Root(IReadOnlyList<Article> Data);

    private sealed record Article(string Title, IReadOnlyList<Context> Paragraphs);

    private sealed record Context([property: JsonPropertyName("context")] string Text, IReadOnlyList<Qa> Qas);

    private sealed record Qa(string Question, IReadOnlyList<Answer>? Answers = null);

    private sealed record Answer(string Text);
}
