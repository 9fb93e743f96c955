using System.Runtime.CompilerServices;
using AzuSena.Answering;
using AzuSena.Memory.Search;

namespace AzuSena.Support;

/// <summary>A composer that gives one piece and then does what the test says.</summary>
internal sealed class ComposerDouble(Func<CancellationToken, Task>? then = null) : IAnswerComposer
{
    public string Mode => "doble";

    /// <summary>The last search it was given.</summary>
    public SearchResult? Search { get; private set; }

    /// <summary>Whether its work was ended, by itself or from outside.</summary>
    public bool Ended { get; private set; }

    /// <summary>Waits until the token is cancelled.</summary>
    public static Task Forever(CancellationToken cancellationToken) => new TaskCompletionSource().Task.WaitAsync(cancellationToken);

    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Search = material.Search;
        try
        {
            yield return new AnswerPiece("Primera parte.");
            await (then?.Invoke(cancellationToken) ?? Task.CompletedTask);
            yield return new AnswerPiece(" Segunda parte.");
        }
        finally
        {
            Ended = true;
        }
    }
}
