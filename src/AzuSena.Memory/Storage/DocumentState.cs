using AzuSena.Memory.Corpus;
using AzuSena.Passages;

namespace AzuSena.Memory.Storage;

/// <summary>A document as it is held.</summary>
/// <param name="Info">Its metadata.</param>
/// <param name="Passages">The number of its passages.</param>
/// <param name="Pages">The number of its pages; null if its format has none.</param>
/// <param name="IndexedAt">When it was read.</param>
/// <param name="Notes">What was left out of it or is doubtful.</param>
public sealed record DocumentState(DocumentInfo Info, int Passages, int? Pages, DateTimeOffset? IndexedAt, IReadOnlyList<DocumentNote> Notes);

/// <summary>A file of the corpus folder that was not read.</summary>
/// <param name="Path">Its path below the folder.</param>
/// <param name="Line">The line of the problem, from 1, if known.</param>
/// <param name="Rule">Stable name of the reason, such as <c>kind_unread</c>; null for one that could not be read.</param>
/// <param name="Reason">The reason and what to do, in Spanish.</param>
/// <param name="Failed">Whether it is damaged or refused, and not only passed over.</param>
public sealed record LeftOutFile(string Path, int? Line, string? Rule, string Reason, bool Failed);
