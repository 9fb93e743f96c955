using AzuSena.Answering;

namespace AzuSena.Api.Tests.Support;

/// <summary>Fails as it is told to.</summary>
internal sealed class ThrowingComposer : IAnswerComposer
{
    public Exception Next { get; set; } = new InvalidOperationException();

    public string Mode => "extractive";

    public IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, CancellationToken cancellationToken) => throw Next;
}
