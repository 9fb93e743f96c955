namespace AzuSena.Memory.Embeddings;

/// <summary>The prefixes that a model requires for questions and passages; without them its vectors are worse, without any error.</summary>
/// <param name="Question">The prefix for questions.</param>
/// <param name="Passage">The prefix for passages.</param>
internal readonly record struct ModelPrefixes(string Question, string Passage)
{
    // By part of the model's name, as its authors specify; models not listed (bge-m3, MiniLM, OpenAI's) need none.
    private static readonly (string Part, ModelPrefixes Prefixes)[] Known =
    [
        ("nomic-embed", new("search_query: ", "search_document: ")),
        ("e5-", new("query: ", "passage: ")),
        ("mxbai-embed", new("Represent this sentence for searching relevant passages: ", "")),
        ("snowflake-arctic-embed2", new("query: ", "")),
        ("embeddinggemma", new("task: search result | query: ", "title: none | text: ")),
    ];

    /// <summary>The prefixes for a model name.</summary>
    public static ModelPrefixes Of(string model) =>
        Known.FirstOrDefault(known => model.Contains(known.Part, StringComparison.OrdinalIgnoreCase)).Prefixes is { Question: not null } prefixes
            ? prefixes
            : new("", "");

    /// <summary>These prefixes, unless the operator overrides them.</summary>
    public ModelPrefixes Or(EmbeddingOptions options) => new(Chosen(options.QuestionPrefix, Question), Chosen(options.PassagePrefix, Passage));

    private static string Chosen(string? asked, string own) => string.IsNullOrEmpty(asked) ? own : asked == EmbeddingOptions.NoPrefix ? "" : asked;
}
