using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>The text of the reply so far turned out to be thought, which follows as <see cref="TextReasoningContent"/>; the answer begins behind it.</summary>
public sealed class WithdrawnContent : AIContent;
