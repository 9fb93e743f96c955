namespace AzuSena.Answering.Readings;

/// <summary>Takes a question as the documents would put it.</summary>
public interface IQuestionTranslator
{
    /// <summary>The question in the documents' language: in Spanish, where it is English and can be translated here; else as it is.</summary>
    Task<string> InSpanishAsync(string question, CancellationToken cancellationToken);
}
