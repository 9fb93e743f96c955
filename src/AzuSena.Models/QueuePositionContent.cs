using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>The question waits for the model; sent again whenever the position changes, and never once the model writes.</summary>
/// <param name="position">1 for the one that is next.</param>
public sealed class QueuePositionContent(int position) : AIContent
{
    /// <summary>1 for the one that is next.</summary>
    public int Position => position;
}
