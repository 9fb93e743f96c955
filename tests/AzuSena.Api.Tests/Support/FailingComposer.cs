using System.Runtime.CompilerServices;
using AzuSena.Answering;

namespace AzuSena.Api.Tests.Support;

/// <summary>Gives one piece, then fails with a text that nobody outside may see.</summary>
internal sealed class FailingComposer : IAnswerComposer
{
    public const string First = "Comienzo. ";
    public const string Secret = "contraseña-en-la-excepción";

    public string Mode => "extractive";

    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        // Without sources nothing is held against anything, so that each piece is one token.
        yield return new AnswerSources([]);
        yield return new AnswerPiece(First);
        throw new InvalidOperationException(Secret);
    }
}
