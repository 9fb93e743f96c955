namespace AzuSena.Memory.Embeddings;

/// <summary>What models want before a question and before a passage; without it their vectors are worse and nothing says so.</summary>
/// <param name="Question">Before a question.</param>
/// <param name="Passage">Before a passage.</param>
internal readonly record struct ModelPrefixes(string Question, string Passage)
{
    // By a part of the model's name, as its authors ask for; what is not here (bge-m3, MiniLM, OpenAI's) wants none.
    private static readonly (string Part, ModelPrefixes Prefixes)[] Known =
    [
        ("nomic-embed", new("search_query: ", "search_document: ")),
        ("e5-", new("query: ", "passage: ")),
        ("mxbai-embed", new("Represent this sentence for searching relevant passages: ", "")),
        ("snowflake-arctic-embed2", new("query: ", "")),
        ("embeddinggemma", new("task: search result | query: ", "title: none | text: ")),
    ];

    /// <summary>The prefixes of a model that is known by its name.</summary>
    public static ModelPrefixes Of(string model) =>
        Known.FirstOrDefault(known => model.Contains(known.Part, StringComparison.OrdinalIgnoreCase)).Prefixes is { Question: not null } prefixes ? prefixes : new("", "");

    /// <summary>These, where the operator asks for nothing else.</summary>
    public ModelPrefixes Or(EmbeddingOptions options) => new(Chosen(options.QuestionPrefix, Question), Chosen(options.PassagePrefix, Passage));

    private static string Chosen(string? asked, string own) => string.IsNullOrEmpty(asked) ? own : asked == EmbeddingOptions.NoPrefix ? "" : asked;
}
