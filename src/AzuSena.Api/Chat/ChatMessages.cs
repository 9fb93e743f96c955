using AzuSena.Answers;

namespace AzuSena.Api.Chat;

/// <summary>The first message to a new connection.</summary>
/// <param name="Data">A greeting, in Spanish.</param>
/// <param name="Instance">
/// Identifies the process: another one does not know the answers that this one was making. Not sent over Socket.IO, as in the original.
/// </param>
internal sealed record ConnectionResponse(string Data, string? Instance = null);

/// <summary>The identity of the process, by which clients distinguish it from the previous one.</summary>
internal sealed class ServiceInstance
{
    public string Id { get; } = Guid.NewGuid().ToString("N");
}

/// <summary>A piece of an answer.</summary>
/// <param name="Chunk">The next piece of the text.</param>
/// <param name="Complete">Whether it was the last.</param>
/// <param name="Response">The whole text, with the last piece.</param>
/// <param name="Answer">The whole answer with its citations, with the last piece.</param>
internal sealed record ResponseChunk(string Chunk, bool Complete, string? Response = null, Answer? Answer = null);

/// <summary>Why there is no answer.</summary>
/// <param name="Message">For the user, in Spanish.</param>
/// <param name="Code">For programs.</param>
internal sealed record ChatError(string Message, string Code);
