using System.Runtime.CompilerServices;
using AzuSena.Answering;

namespace AzuSena.Api.Tests.Support;

/// <summary>Says the question over and over, a word at a time, so that an answer tells whose it is.</summary>
internal sealed class EchoComposer : IAnswerComposer
{
    private const int Times = 10;

    public string Mode => "extractive";

    /// <summary>The whole answer to a question.</summary>
    public static string Answer(string question) => string.Concat(Enumerable.Repeat($"{question} ", Times));

    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Without sources nothing is held against anything, so that each piece is one token.
        yield return new AnswerSources([]);
        foreach (var word in Answer(material.Question.Text).TrimEnd().Split(' '))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new AnswerPiece($"{word} ");
        }
    }
}
