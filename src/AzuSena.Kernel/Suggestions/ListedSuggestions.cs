using AzuSena.Errors;
using AzuSena.Memory;
using AzuSena.Memory.Storage;

namespace AzuSena.Suggestions;

/// <summary>The questions that the documents list for their sections (<c>preguntas</c>), as suggestions. Safe for concurrent use.</summary>
public sealed class ListedSuggestions(PassageStore store)
{
    private volatile Listed _last = new(default, []);

    /// <summary>All of them, neighbours in the list being of different documents as far as possible; none while nothing is indexed.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            try
            {
                using var snapshot = store.Read();
                if (_last.State != snapshot.State)
                {
                    _last = new Listed(snapshot.State, Mixed(snapshot.ListedQuestions()));
                }
            }
            catch (AzuSenaException)
            {
                // Suggestions are dispensable; the store reports its failure where it matters.
                return [];
            }

            return _last.Questions;
        }
    }

    private static string[] Mixed(IEnumerable<(string Path, string Question)> questions) =>
    [
        .. questions.GroupBy(listed => listed.Path, StringComparer.Ordinal)
            .SelectMany(document => document.Index())
            .OrderBy(listed => listed.Index)
            .Select(listed => listed.Item.Question)
            .Distinct(StringComparer.Ordinal),
    ];

    private sealed record Listed(StoreState State, IReadOnlyList<string> Questions);
}
