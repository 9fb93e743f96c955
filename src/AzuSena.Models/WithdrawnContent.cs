using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>The reply's text so far was reasoning, which follows as <see cref="TextReasoningContent"/>; the answer begins after it.</summary>
public sealed class WithdrawnContent : AIContent;
