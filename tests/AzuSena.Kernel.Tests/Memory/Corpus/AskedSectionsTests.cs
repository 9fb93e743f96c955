using System.Text;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Memory.Corpus.Tables;
using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Memory.Corpus;

public sealed class AskedSectionsTests
{
    private const string Markdown = """
        ---
        titulo: Apoyos
        preguntas:
          Apoyos: ¿Dan plata?
          cuánto PAGAN:
            - ¿De cuánto es?
            -   ¿Cuánta   plata   dan?
        ---
        # Apoyos

        El apoyo es dinero.

        ## Cuánto pagan

        La mitad de un salario.

        ## Requisitos

        ### Edad

        Quince años.
        """;

    [Fact]
    public void Read_FrontMatterWithQuestions_GivesThemToTheirSections()
    {
        var document = Read(Markdown);

        document.Sections.Select(section => string.Join('|', section.Questions)).Should().Equal("¿Dan plata?", "¿De cuánto es?|¿Cuánta plata dan?", "");
        document.Notes.Should().BeEmpty();
    }

    [Fact]
    public void Read_FileBesideIt_AddsToThoseOfTheFrontMatter()
    {
        var document = Read(Markdown, "Cuánto pagan: [¿De cuánto es?, ¿Pagan bien?]\nRequisitos > Edad: ¿Desde qué edad?\nRequisitos: ¿Quién puede?\n");

        document.Sections.Select(section => string.Join('|', section.Questions)).Should().Equal(
            "¿Dan plata?", "¿De cuánto es?|¿Cuánta plata dan?|¿Pagan bien?", "¿Desde qué edad?|¿Quién puede?");
        document.Notes.Should().BeEmpty();
    }

    [Fact]
    public void Read_TableWithQuestions_NamesItsRows()
    {
        var document = Read("sedes.csv", "sede,ciudad\nNorte,Cali\nSur,Pasto\n", "fila 3: ¿Hay sede en el sur?");

        document.Sections.Select(section => section.Questions.Count).Should().Equal(0, 1);
    }

    [Theory]
    [InlineData("Otra: ¿Sí?", 1, "*ninguna sección «Otra»*")]
    [InlineData("\nEdad: {a: b}", 2, "*«Edad»*debe ser una lista*")]
    [InlineData("Edad: ['']", 1, "*está vacía o pasa de 200*")]
    [InlineData("Edad: ¿Sí?\nCuánto pagan: [¿Sí?", 3, "*no es YAML válido*")]
    [InlineData("solo texto", 1, "*no es YAML válido*")]
    [InlineData("&a [*a]", 1, "*no es YAML válido*")]
    public void Read_WrongFileBesideIt_LeavesTheDocumentWithANote(string yaml, int line, string message)
    {
        var document = Read(Markdown, yaml);

        document.Sections.Should().HaveCount(3);
        document.Notes.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Path = "a.md.preguntas.yaml", IsOfQuestions = true });
        document.Notes[0].Text.Should().Match(message);
        document.Notes[0].Line.Should().BeLessThanOrEqualTo(line);
    }

    [Fact]
    public void Read_MoreQuestionsThanAllowed_TakesTheFirst()
    {
        var sections = string.Join('\n', Enumerable.Range(0, 40).Select(section =>
            $"Edad: [{string.Join(", ", Enumerable.Range(0, 25).Select(question => $"¿Edad {section} {question}?"))}]"));

        var document = Read(Markdown, sections);

        document.Sections[^1].Questions.Should().HaveCount(500).And.NotContain("¿Edad 0 20?");
        document.Notes.Should().HaveCount(40).And.OnlyContain(note => note.Text.Contains("20 por sección y 500 por documento"));
    }

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 300)]
    public bool Read_AnyFileBesideIt_LeavesTheDocument(HostileText text) => Read(Markdown, text.Value).Sections.Count == 3;

    [Fact]
    public void Cut_SectionsThatAreMerged_KeepTheQuestionsOfEach()
    {
        var passage = Chunker.Cut(Read(Markdown)).Should().ContainSingle().Subject;

        passage.Questions.Select(section => $"{section.Heading}: {string.Join('|', section.Questions)}")
            .Should().Equal(": ¿Dan plata?", "Cuánto pagan: ¿De cuánto es?|¿Cuánta plata dan?");
        passage.Text.Should().NotContain("¿");
    }

    [Fact]
    public void Cut_SectionThatIsSplit_HasThemAtItsBeginningOnly()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => $"La frase número {i} de esta sección. "));

        var passages = Chunker.Cut(Read($"# Largo\n\n{text}\n", "Largo: ¿Es largo?"));

        passages.Count.Should().BeGreaterThan(1);
        passages.Select(passage => passage.Questions.Count).Should().Equal(passages.Select((_, place) => place == 0 ? 1 : 0));
    }

    private static CorpusDocument Read(string text, string? questions = null) => Read("a.md", text, questions);

    private static CorpusDocument Read(string path, string text, string? questions) =>
        DocumentReader.Read(new DocumentSource(path, Encoding.UTF8.GetBytes(text), TableMappings.None)
        {
            Questions = questions is null ? null : new QuestionsFile(path + QuestionsFile.Ending, Encoding.UTF8.GetBytes(questions)),
        });
}
