using System.Text.Json;

namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>
/// Reads a model's tokenizer by the type of its file: <c>vocab.txt</c> (WordPiece), <c>tokenizer.json</c> (WordPiece or Unigram) or a SentencePiece model
/// (<c>sentencepiece.bpe.model</c>, <c>tokenizer.model</c>, <c>spiece.model</c>).
/// </summary>
internal static class TokenizerFile
{
    /// <summary>Loads the tokenizer.</summary>
    /// <param name="path">The file.</param>
    /// <param name="description">The tokenizer's part of the folder's description.</param>
    /// <exception cref="EmbeddingException">The file is of an unknown type or broken; the message says which.</exception>
    public static TextTokenizer Load(string path, TokenizerDescription description)
    {
        try
        {
            return Path.GetExtension(path) switch
            {
                ".txt" => WordPieceFile.FromVocabulary(File.ReadAllLines(path), description.Lowercase),
                ".model" => SentencePieceFile.Read(File.ReadAllBytes(path), description.FairseqIds),
                ".json" => FromJson(path),
                var ending => throw new EmbeddingException($"A tokenizer file must end in .json, .txt or .model, not in {ending}."),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException
            or FormatException or InvalidDataException or NotSupportedException or Google.Protobuf.InvalidProtocolBufferException)
        {
            throw new EmbeddingException($"The tokenizer file {Path.GetFileName(path)} cannot be used: {exception.Message}", exception);
        }
    }

    private static TextTokenizer FromJson(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        var model = file.RootElement.GetProperty("model");

        // Older WordPiece and Unigram files do not name their type; the vocabulary of Unigram is a list.
        var type = model.TryGetProperty("type", out var named) ? named.GetString()
            : model.GetProperty("vocab").ValueKind == JsonValueKind.Array ? "Unigram" : "WordPiece";
        return type switch
        {
            "WordPiece" => WordPieceFile.FromJson(file.RootElement),
            "Unigram" => UnigramJson.Read(file.RootElement),
            _ => throw new EmbeddingException($"tokenizer.json is of type {type}; WordPiece and Unigram can be used."),
        };
    }
}
