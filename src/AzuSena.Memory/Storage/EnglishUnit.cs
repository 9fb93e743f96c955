namespace AzuSena.Memory.Storage;

/// <summary>The English of a quotable unit of a passage.</summary>
/// <param name="Heading">The heading that it stands under, or the document's title.</param>
/// <param name="Parts">Its sentence, or the lead-in of a list and then the list's items.</param>
public sealed record EnglishUnit(string Heading, IReadOnlyList<string> Parts);
