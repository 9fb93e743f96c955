namespace AzuSena.Memory.Storage;

/// <summary>A condition on a passage (<c>p</c>) and its document (<c>d</c>), as constant SQL with the caller's values as parameters.</summary>
/// <param name="Sql">An expression over <c>passages p</c> and <c>documents d</c> with parameters <c>$1</c>, <c>$2</c>, ….</param>
/// <param name="Values">The parameters' values.</param>
internal sealed record PassageCondition(string Sql, IReadOnlyList<object?> Values);
