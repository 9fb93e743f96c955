using AzuSena.Answers;

namespace AzuSena.Api.Chat;

/// <summary>What somebody hears who has just connected.</summary>
/// <param name="Data">A greeting, in Spanish.</param>
/// <param name="Instance">
/// Names the process: another one does not know the answers that this one was making. Not told over Socket.IO, as the original did not.
/// </param>
internal sealed record ConnectionResponse(string Data, string? Instance = null);

/// <summary>The process, as its clients tell it from the one before.</summary>
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
/// <param name="Message">For a person, in Spanish.</param>
/// <param name="Code">For a program.</param>
internal sealed record ChatError(string Message, string Code);
