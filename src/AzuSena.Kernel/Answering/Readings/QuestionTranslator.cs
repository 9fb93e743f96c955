using AzuSena.Answers;
using AzuSena.Languages;
using AzuSena.Memory.Translation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Answering.Readings;

/// <summary>Translates English questions with Apertium, if it is installed.</summary>
public sealed class QuestionTranslator(ApertiumTranslators translators, IOptions<AnsweringOptions> options, ILogger<QuestionTranslator> log)
{
    private const string Direction = "eng-spa";

    private readonly Lazy<ITranslator?> _english = new(() => translators.IfInstalled(Direction));

    /// <summary>The question in Spanish, if it is English and can be translated; else unchanged.</summary>
    public async Task<string> InSpanishAsync(string question, CancellationToken cancellationToken)
    {
        if (!options.Value.ReadsEnglish || !EnglishText.Is(question) || _english.Value is not { } translator)
        {
            return question;
        }

        try
        {
            // Spanish is longer; a question that would exceed the limit is searched untranslated.
            var spanish = (await translator.TranslateAsync([EnglishPhrases.Simplify(question)], cancellationToken))[0].Trim();
            return spanish.Length is > 0 and <= Question.MaxLength ? spanish : question;
        }
        catch (TranslationException exception)
        {
            Log.NotTranslated(log, exception);
            return question;
        }
    }
}
