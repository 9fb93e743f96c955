using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Tests.Conversations;

public sealed class StandaloneQuestionTests
{
    public static TheoryData<string, string> Standing()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in Dialogue.Read("standing.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            data.Add(parts[0], parts[1]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Standing))]
    public void From_QuestionThatStandsOnItsOwn_StaysAsItIs(string first, string second) =>
        StandaloneQuestion.From(second, [Dialogue.Turn(first)]).Should().Be(second);

    [Theory]
    [InlineData("¿Qué es el contrato de aprendizaje?", "¿y cuánto dura?", "contrato de aprendizaje")]
    [InlineData("¿Qué es el contrato de aprendizaje?", "Y CUANTO DURA", "contrato de aprendizaje")]
    [InlineData("¿Qué es el contrato de aprendizaje?", "ah bueno, ¿y cuánto dura?", "contrato de aprendizaje")]
    [InlineData("¿Qué es el contrato de aprendizaje?", "¿ese lo paga la empresa?", "contrato de aprendizaje")]
    [InlineData("¿Qué es el contrato de aprendizaje?", "¿y pagan transporte?", "contrato de aprendizaje")]
    [InlineData("¿Qué es el contrato de aprendizaje?", "¿también aplica para extranjeros?", "contrato de aprendizaje")]
    [InlineData("¿Qué es el contrato de aprendizaje?", "¿cómo se renueva?", "contrato de aprendizaje")]
    [InlineData("¿Qué es el Fondo Emprender?", "¿y cada cuánto abren convocatoria?", "Fondo Emprender")]
    [InlineData("¿Cómo consulto vacantes en la APE?", "¿sirve si soy bachiller sin experiencia?", "vacantes en la APE")]
    [InlineData("¿Qué es una mesa sectorial?", "¿y cómo se vincula una empresa?", "mesa sectorial")]
    [InlineData("¿Qué es Tecnoparque?", "¿quién puede visitarlo?", "Tecnoparque")]
    [InlineData("¿Qué es el Fondo Emprender del SENA?", "¿quién es su director?", "Fondo Emprender del SENA")]
    [InlineData("¿Qué requisitos piden para entrar a un técnico?", "¿y para tecnólogos?", "requisitos piden para entrar")]
    [InlineData("¿Cuánto dura un técnico?", "¿y un tecnólogo?", "dura")]
    [InlineData("¿Cuánto cuesta la matrícula?", "¿y el uniforme?", "cuesta")]
    [InlineData("¿Cuáles son los derechos del aprendiz?", "¿y los deberes?", "aprendiz")]
    [InlineData("¿Qué es la formación virtual?", "¿y la presencial?", "formación")]
    [InlineData("¿Es gratis estudiar en el SENA?", "¿por qué?", "gratis estudiar en el SENA")]
    [InlineData("¿Qué requisitos piden para entrar al SENA?", "¿y si soy menor de edad?", "requisitos piden para entrar al SENA")]
    [InlineData("¿Qué dice el artículo 30 de la ley 789 de 2002?", "¿y el artículo 32?", "ley 789 de 2002")]
    [InlineData("¿Qué dice el artículo 30 de la ley 789 de 2002?", "¿a quién aplica?", "artículo 30 de la ley 789 de 2002")]
    public void From_FollowUp_CarriesWhatItLeavesOut(string first, string second, string carried) =>
        StandaloneQuestion.From(second, [Dialogue.Turn(first)]).Should().Be($"{second} ({carried})");

    [Fact]
    public void From_FollowUpOfAFollowUp_KeepsTheSubjectAndDropsWhatWasAskedOfIt()
    {
        const string Second = "¿y cuánto dura?";
        var turns = new List<ConversationTurn> { Dialogue.Turn("¿Qué es el contrato de aprendizaje?") };
        turns.Add(Dialogue.Turn(Second) with { StandaloneQuestion = StandaloneQuestion.From(Second, turns) });

        StandaloneQuestion.From("¿y quién paga?", turns).Should().Be("¿y quién paga? (contrato de aprendizaje)");
    }

    [Fact]
    public void From_LongStory_CarriesOnlyWhatTheCitedDocumentIsAbout() =>
        StandaloneQuestion.From("¿y cuánto dura?",
            [Dialogue.Turn("Vivo en Medellín con mi hermana mayor y nos hablaron de la articulación con la media",
            title: "Articulación con la educación media")])
            .Should().Be("¿y cuánto dura? (articulación con la media)");

    [Fact]
    public void From_LastQuestionNamesNoSubject_CarriesTheCitedTitle() =>
        StandaloneQuestion.From("¿y cuánto cuesta?", [Dialogue.Turn("¿Cómo me inscribo?", title: "Cómo inscribirse en el SENA")])
            .Should().Be("¿y cuánto cuesta? (Cómo inscribirse en el SENA)");

    [Fact]
    public void From_SmallTalkInBetween_IsPassedOver() =>
        StandaloneQuestion.From("¿y cuánto dura?", [Dialogue.Turn("¿Qué es la etapa lectiva?"), Dialogue.Turn("gracias")])
            .Should().Be("¿y cuánto dura? (etapa lectiva)");

    [Theory]
    [InlineData("¿y cuánto dura?")]
    [InlineData("¿qué es eso?")]
    public void From_NothingWasSaid_StaysAsItIs(string question)
    {
        StandaloneQuestion.From(question, []).Should().Be(question);
        StandaloneQuestion.From(question, [Dialogue.Turn("hola")]).Should().Be(question);
    }

    [Fact]
    public void From_NoRoomLeft_StaysAsItIs()
    {
        var question = "¿y cuánto dura?" + new string('?', Question.MaxLength - 15);

        StandaloneQuestion.From(question, [Dialogue.Turn("¿Qué es la etapa lectiva?")]).Should().Be(question);
    }

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 500)]
    public void From_AnyText_StartsWithTheQuestion(HostileText question, HostileText said, SpanishText title)
    {
        StandaloneQuestion.From(question.Value, [Dialogue.Turn(said.Value, said.Value, title.Value)]).Should().StartWith(question.Value);
        StandaloneQuestion.From("¿y cuánto dura?", [Dialogue.Turn(said.Value, said.Value, title.Value)]).Should().StartWith("¿y cuánto dura?");
    }
}
