using AzuSena.Errors;
using AzuSena.Evaluation.Questions;
using AzuSena.Testing;

namespace AzuSena.Evaluation;

public sealed class QuestionReadingTests : IDisposable
{
    private const string Line =
        """{"id":"hecho-001","kind":"fact","question":"¿Cuánto?","documents":["a.md"],"facts":[["50 %","la mitad"],""" +
            """["2025"]],"must_not":["gratis"],"expect":"answer"}""";
    private static readonly EvaluationQuestion Read =
        new("hecho-001", "fact", "¿Cuánto?", [], ["a.md"], [["50 %", "la mitad"], ["2025"]], ["gratis"], ExpectedOutcome.Answer);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Lines_GivesTheQuestions() => QuestionLines.Read(_folder.Write("q.jsonl", Line + "\n\n")).Should().BeEquivalentTo([Read]);

    [Fact]
    public void Read_Folder_GivesAllItsFiles()
    {
        var file = _folder.Write("b.jsonl", Line);
        _folder.Write("a.jsonl", Line.Replace("hecho-001", "hecho-002", StringComparison.Ordinal));

        QuestionLines.Read(Path.GetDirectoryName(file)!).Select(question => question.Id).Should().Equal("hecho-002", "hecho-001");
    }

    [Fact]
    public void Write_Question_IsReadAgainAsItWas() => QuestionLines.Read(_folder.Write("q.jsonl", QuestionLines.Write(Read))).Should().BeEquivalentTo([Read]);

    [Theory]
    [InlineData("""{"id":"x"}""", "q.jsonl:2")]
    [InlineData("no es json", "q.jsonl:2")]
    [InlineData("""{"id":"x","kind":"fact","question":"¿?","expect":"maybe"}""", "q.jsonl:2")]
    [InlineData("""{"id":"x","kind":"fact","question":"¿?","expect":"answer","facts":[[]]}""", "q.jsonl:2")]
    [InlineData(Line, "hecho-001")]
    public void Read_BadLine_NamesIt(string bad, string named)
    {
        var path = _folder.Write("q.jsonl", $"{Line}\n{bad}\n");

        FluentActions.Invoking(() => QuestionLines.Read(path)).Should().Throw<AzuSenaException>().Which.Message.Should().Contain(named);
    }

    [Fact]
    public void Read_Table_GivesTheSame() => QuestionTable.Read(_folder.Write(
        "q.csv", "id,kind,question,documents,facts,must_not,expect\nhecho-001,fact,\"¿Cuánto?\",a.md,50 %|la mitad; 2025,gratis,answer\n"))
            .Should().BeEquivalentTo([Read]);

    [Theory]
    [InlineData("id,kind,question\nx,fact,¿Cuánto?\n")]
    [InlineData("id,kind,question,expect\nx,fact,¿Cuánto?,tal vez\n")]
    public void Read_TableWithoutWhatIsNeeded_SaysSo(string table)
    {
        var path = _folder.Write("q.csv", table);

        FluentActions.Invoking(() => QuestionTable.Read(path)).Should().Throw<AzuSenaException>().Which.Message.Should().Contain("expect");
    }

    [Fact]
    public void Read_MissingFile_SaysSo() => FluentActions.Invoking(() => QuestionLines.Read("/no/hay.jsonl")).Should().Throw<AzuSenaException>();
}
