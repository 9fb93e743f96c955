using System.Runtime.CompilerServices;
using AzuSena.Answering;
using AzuSena.Memory.Search;

namespace AzuSena.Api.Tests.Support;

/// <summary>Gives one piece, then fails with a text that nobody outside may see.</summary>
internal sealed class FailingComposer : IAnswerComposer
{
    public const string First = "Comienzo. ";
    public const string Secret = "contraseña-en-la-excepción";

    public string Mode => "extractive";

    public async IAsyncEnumerable<AnswerPiece> ComposeAsync(Question question, SearchResult search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        yield return new AnswerPiece(First);
        throw new InvalidOperationException(Secret);
    }
}
