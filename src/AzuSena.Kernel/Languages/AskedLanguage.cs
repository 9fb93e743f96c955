namespace AzuSena.Languages;

/// <summary>The language that a question is asked in, and AzuSENA's own sentences are said in. The documents, and their quotes, are Spanish.</summary>
public enum AskedLanguage
{
    /// <summary>Spanish, or a language that is not told apart from it.</summary>
    Spanish,

    /// <summary>English.</summary>
    English,
}
