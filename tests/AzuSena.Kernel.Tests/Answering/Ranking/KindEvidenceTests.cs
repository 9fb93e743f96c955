using AzuSena.Questions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Ranking;

public sealed class KindEvidenceTests
{
    [Theory]
    [InlineData(QuestionKind.Amount, "El apoyo es el 75 % de un salario mínimo.", true)]
    [InlineData(QuestionKind.Amount, "La inscripción es gratuita.", true)]
    [InlineData(QuestionKind.Amount, "Vale $50.000 al mes.", true)]
    [InlineData(QuestionKind.Amount, "El apoyo lo paga la empresa.", false)]
    [InlineData(QuestionKind.Duration, "Dura veintisiete meses.", true)]
    [InlineData(QuestionKind.Duration, "Hay cinco (5) días hábiles para responder.", true)]
    [InlineData(QuestionKind.Duration, "Hay 10 días.", true)]
    [InlineData(QuestionKind.Duration, "Dura según el programa.", false)]
    [InlineData(QuestionKind.Date, "Se creó en 1957.", true)]
    [InlineData(QuestionKind.Date, "Abre el 3 de febrero.", true)]
    [InlineData(QuestionKind.Date, "Lo creó Rodolfo Martínez Tono.", false)]
    [InlineData(QuestionKind.Norm, "Lo regula la Ley 119 de 1994.", true)]
    [InlineData(QuestionKind.Norm, "Lo regula la ley.", false)]
    [InlineData(QuestionKind.Place, "Se hace en el portal Betowa.", true)]
    [InlineData(QuestionKind.Place, "Entre a www.sena.edu.co.", true)]
    [InlineData(QuestionKind.Place, "Se hace con calma.", false)]
    [InlineData(QuestionKind.Person, "Decide el subdirector de centro.", true)]
    [InlineData(QuestionKind.Person, "Se decide en tres días.", false)]
    [InlineData(QuestionKind.Steps, "Ingrese con su usuario y escoja el curso.", true)]
    [InlineData(QuestionKind.Steps, "El curso es corto.", false)]
    [InlineData(QuestionKind.Cause, "Se cancela porque faltó tres veces.", true)]
    [InlineData(QuestionKind.Cause, "Se cancela la matrícula.", false)]
    [InlineData(QuestionKind.Definition, "El SENA es un establecimiento público.", true)]
    [InlineData(QuestionKind.Definition, "El SENA ofrece cursos.", false)]
    [InlineData(QuestionKind.Comparison, "El técnico dura un año, mientras el tecnólogo dura dos.", true)]
    [InlineData(QuestionKind.Comparison, "El técnico dura un año.", false)]
    [InlineData(QuestionKind.List, "Piden:\n- La cédula.\n- El diploma.", true)]
    [InlineData(QuestionKind.List, "Piden la cédula, el diploma y una foto.", true)]
    [InlineData(QuestionKind.List, "Piden la cédula.", false)]
    public void IsIn_Sentence_TellsWhetherItHoldsTheKind(QuestionKind kind, string text, bool expected) =>
        KindEvidence.IsIn(kind, text, SpanishAnalyzer.Fold(text), counted: null).Should().Be(expected);

    [Theory]
    [InlineData("El SENA tiene 33 regionales.", true)]
    [InlineData("Hay treinta y tres (33) regionales.", true)]
    [InlineData("Hay una regional en cada departamento.", false)]
    [InlineData("El SENA tiene 117 centros y muchas regionales.", false)]
    [InlineData("El SENA tiene regionales.", false)]
    public void IsIn_Count_NeedsANumberOfTheThingAskedFor(string text, bool expected) =>
        KindEvidence.IsIn(QuestionKind.Count, text, SpanishAnalyzer.Fold(text), "regionales").Should().Be(expected);

    [Theory]
    [InlineData("Son 33.", true)]
    [InlineData("Son muchas.", false)]
    public void IsIn_CountOfNothingNamed_NeedsANumber(string text, bool expected) =>
        KindEvidence.IsIn(QuestionKind.Count, text, SpanishAnalyzer.Fold(text), counted: null).Should().Be(expected);

    [Theory]
    [InlineData("¿cuantas regionales tiene el sena?", "regionales")]
    [InlineData("¿que numero de aprendices debo contratar?", "aprendices")]
    [InlineData("¿cuanto dura?", null)]
    [InlineData("", null)]
    public void CountedIn_Question_IsTheNounThatItCounts(string folded, string? counted) => KindEvidence.CountedIn(folded).Should().Be(counted);

    [Theory]
    [InlineData(QuestionKind.YesNo)]
    [InlineData(QuestionKind.Any)]
    public void IsIn_KindThatShowsInNoParticularWay_IsUnknown(QuestionKind kind) => KindEvidence.IsIn(kind, "Sí.", "si.", counted: null).Should().BeNull();

    [Fact]
    public void IsStrict_Kinds_AreThoseThatCannotBePutInOtherWords() => Enum.GetValues<QuestionKind>().Where(KindEvidence.IsStrict).Should().BeEquivalentTo(
        [QuestionKind.Amount, QuestionKind.Duration, QuestionKind.Count, QuestionKind.Date, QuestionKind.Norm]);

    [Theory]
    [InlineData("el contrato de aprendizaje es una forma especial de vinculacion.", 1)]
    [InlineData("el contrato es un acuerdo.", 0.5)]
    [InlineData("la empresa es la que firma el contrato de aprendizaje.", 0)]
    [InlineData("el contrato de aprendizaje no es un contrato de trabajo.", 0)]
    [InlineData("firmar el contrato de aprendizaje.", 0)]
    public void Defined_Sentence_IsTheShareBeforeItsVerb(string folded, double share) =>
        KindEvidence.Defined(folded, Named("contrato", "aprendizaje")).Should().Be(share);

    [Fact]
    public void Defined_LongSubject_CountsLess() => KindEvidence
        .Defined("en el caso de que la empresa lo pida por escrito y con tiempo el contrato de aprendizaje es otra cosa.", Named("contrato", "aprendizaje"))
        .Should().BeInRange(0.1, 0.4);

    [Fact]
    public void Defined_NothingNamed_IsZero() => KindEvidence.Defined("esto es todo.", []).Should().Be(0);

    private static (string Stem, double Idf)[] Named(params string[] words) => Array.ConvertAll(words, word => (SpanishAnalyzer.StemOf(word), 2.0));
}
