using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>The question waits for the model; sent again whenever the position changes, and never after the model starts to write.</summary>
/// <param name="position">The position; 1 is next.</param>
public sealed class QueuePositionContent(int position) : AIContent
{
    /// <summary>The position; 1 is next.</summary>
    public int Position => position;
}
