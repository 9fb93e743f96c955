using AzuSena.Answers;

namespace AzuSena.Voice.Speaking;

/// <summary>What is read aloud of an answer: a listener cannot skim, so the lead comes alone and the rest is offered.</summary>
public static class SpokenAnswer
{
    /// <summary>The lead with the offer to tell more; the whole text if it says nothing more, or has no lead.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>Markdown, as for <see cref="Speaker.SpeakAsync"/>.</returns>
    public static string Of(Answer answer) =>
        answer.Lead is { } lead && (answer.More is not null || SpokenText.Of(lead) != SpokenText.Of(answer.Response))
            ? $"{lead}\n\n{VoiceTexts.Get("TellMore")}"
            : answer.Response;
}
