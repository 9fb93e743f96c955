using AzuSena.Passages;
using FsCheck;
using FsCheck.Fluent;

namespace AzuSena.Memory.Corpus;

/// <summary>Documents of any shape, from a line to far more than a passage, with now and then a sentence longer than a passage.</summary>
public static class GeneratedDocuments
{
    private static readonly string[] Words = ["aprendiz", "empresa", "contrato", "centro", "de", "la", "formación", "título"];

    private static readonly Gen<string> Sentence =
        from length in Gen.Frequency((12, Gen.Choose(1, 40)), (1, Gen.Choose(300, 500)))
        from words in Gen.Elements(Words).ArrayOf(length)
        select $"Frase {string.Join(' ', words)}.";

    private static readonly Gen<string> Line =
        from mark in Gen.Elements("", "", "- ")
        from sentences in Sentence.ArrayOf().Resize(8)
        from last in Sentence
        select mark + string.Join(' ', sentences.Append(last));

    private static readonly Gen<Section> Section =
        from headings in Gen.Elements(Words).ArrayOf().Resize(3)
        from heading in Gen.Elements(Words).NonEmptyListOf().Resize(8).Select(words => string.Join(' ', words))
        from lines in Line.NonEmptyListOf().Resize(8)
        select new Section([.. headings, heading], [.. lines]);

    public static Arbitrary<CorpusDocument> Documents() =>
        Section.NonEmptyListOf().Resize(8).Select(sections => new CorpusDocument(new DocumentInfo("a.md", "Título"), [.. sections])).ToArbitrary();
}
