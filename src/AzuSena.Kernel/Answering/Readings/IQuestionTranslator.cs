namespace AzuSena.Answering.Readings;

/// <summary>Translates questions into the documents' language.</summary>
public interface IQuestionTranslator
{
    /// <summary>The question in Spanish, if it is English and can be translated; else unchanged.</summary>
    Task<string> InSpanishAsync(string question, CancellationToken cancellationToken);
}
