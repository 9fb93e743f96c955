using AzuSena.Memory.Storage;
using AzuSena.Passages;

namespace AzuSena.Evaluation.Squad;

/// <summary>Puts the paragraphs of a SQuAD-format file into a store, one passage each.</summary>
internal static class ParagraphStore
{
    /// <summary>The document path of a paragraph.</summary>
    public static string PathOf(int paragraph) => $"paragraph/{paragraph}";

    /// <summary>The paragraph of a document path.</summary>
    public static int ParagraphOf(string path) => int.Parse(path.AsSpan(path.LastIndexOf('/') + 1), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Fills the store.</summary>
    public static void Fill(PassageStore store, SquadFile file, IEnumerable<string> withheld)
    {
        var left = withheld.ToHashSet(StringComparer.Ordinal);
        using var writer = store.Write();
        foreach (var (index, (title, text)) in file.Paragraphs.Index().Where(paragraph => !left.Contains(paragraph.Item.Title)))
        {
            var document = new DocumentInfo(PathOf(index), title);
            writer.Put(document, contentHash: "", [new Passage(PassageId.Of(document.Path, 0, text), document, [], 0, text)]);
        }

        writer.Commit();
    }
}
