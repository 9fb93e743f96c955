using System.Text;
using AzuSena.Errors;
using AzuSena.Spanish;

namespace AzuSena.Answers;

/// <summary>A valid question: text of bounded length with at least one word. Created by <see cref="Create"/>.</summary>
public sealed record Question
{
    /// <summary>The maximum length, in characters as users count them (<see cref="TextLength"/>).</summary>
    public const int MaxLength = 4000;

    /// <summary>The maximum number of passages that an answer may draw on.</summary>
    public const int MaxPassagesLimit = 20;

    private const int MaxConversationIdLength = 64;
    private const int MaxPromptVariantLength = 64;

    private Question(string text, int? maxPassages, string? conversationId, string? owner, string? promptVariant)
    {
        Text = text;
        MaxPassages = maxPassages;
        ConversationId = conversationId;
        Owner = owner;
        PromptVariant = promptVariant;
    }

    /// <summary>The text in Unicode normal form C, without control characters and without white space around it.</summary>
    public string Text { get; }

    /// <summary>How many passages the answer may draw on; null for the service's default.</summary>
    public int? MaxPassages { get; }

    /// <summary>The id of the question's conversation, if any.</summary>
    public string? ConversationId { get; }

    /// <summary>The caller, if callers are identified; conversations of another caller are not accessible.</summary>
    public string? Owner { get; }

    /// <summary>The prompt variant to answer with; null to let the service choose.</summary>
    public string? PromptVariant { get; }

    /// <summary>
    /// The question before it, whose words count a little in the search, if it is asked again outside its conversation; null otherwise, as a conversation
    /// knows it.
    /// </summary>
    public string? Previous { get; init; }

    /// <summary>The turns before it, oldest first, if the caller keeps the conversation itself; read only without a conversation id.</summary>
    public IReadOnlyList<ToldTurn> Told { get; init; } = [];

    /// <summary>What the program that asks wishes of the answer's tone and form, for a model; it lifts no rule. Null if it wishes nothing.</summary>
    public string? Wish { get; init; }

    /// <summary>Whether the answer is composed without a model, even if one is available.</summary>
    public bool WithoutModel { get; init; }

    /// <summary>The same question in other words, such as its standalone form.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.QuestionInvalid"/>: the text is not a valid question.</exception>
    public Question Restated(string text) => text == Text ? this : Create(text, MaxPassages, ConversationId, Owner, PromptVariant) with { Wish = Wish };

    /// <summary>Validates and normalises a client's input.</summary>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.QuestionInvalid"/> or <see cref="ErrorCode.RequestInvalid"/>; the message says what to change.
    /// </exception>
    public static Question Create(string? text, int? maxPassages = null, string? conversationId = null, string? owner = null, string? promptVariant = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Invalid("QuestionEmpty");
        }

        if (!TextLength.IsWithin(text, MaxLength))
        {
            throw TextLength.Characters(text) is > MaxLength and var length
                ? Invalid("QuestionTooLong", length, MaxLength)
                : Invalid("QuestionTooLarge", TextLength.Bytes(text), TextLength.MaxBytes(MaxLength));
        }

        if (!IsWellFormed(text))
        {
            throw Invalid("QuestionNotText");
        }

        var visible = text.Where(c => !char.IsControl(c) || char.IsWhiteSpace(c)).Select(c => char.IsWhiteSpace(c) ? ' ' : c);
        var clean = string.Concat(visible).Normalize(NormalizationForm.FormC).Trim();
        if (SpanishAnalyzer.Words(clean).Count == 0)
        {
            throw Invalid("QuestionWithoutWords");
        }

        if (maxPassages is < 1 or > MaxPassagesLimit)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("MaxDocsInvalid", 1, MaxPassagesLimit)) { Field = "max_docs" };
        }

        if (conversationId?.Length > MaxConversationIdLength || promptVariant?.Length > MaxPromptVariantLength)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid)
            {
                Field = conversationId?.Length > MaxConversationIdLength ? "conversation_id" : "prompt_variant",
            };
        }

        return new Question(clean, maxPassages, conversationId, owner, promptVariant);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] is '\uFFFE')
            {
                return false;
            }
        }

        return true;
    }

    private static AzuSenaException Invalid(string text, params object[] arguments) =>
        new(ErrorCode.QuestionInvalid, ErrorCodeNames.Text(text, arguments)) { Field = "query" };
}
