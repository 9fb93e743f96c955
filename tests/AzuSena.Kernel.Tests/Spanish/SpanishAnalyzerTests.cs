using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Spanish;

public sealed class SpanishAnalyzerTests
{
    private const string Accented = "áéíóúüñÁÉÍÓÚÜÑ";
    private const string Plain = "aeiouunAEIOUUN";

    [Property(Arbitrary = [typeof(Generators)])]
    public void Analyze_WithoutAccents_GivesTheSameTerms(SpanishText text)
    {
        var bare = string.Concat(text.Value.Select(c => Accented.IndexOf(c) is >= 0 and var i ? Plain[i] : c));

        SpanishAnalyzer.Analyze(bare).Should().Equal(SpanishAnalyzer.Analyze(text.Value));
    }

    [Property(Arbitrary = [typeof(Generators)])]
    public void Analyze_InCapitals_GivesTheSameTerms(SpanishText text) =>
        SpanishAnalyzer.Analyze(text.Value.ToUpperInvariant()).Should().Equal(SpanishAnalyzer.Analyze(text.Value));

    [Property(Arbitrary = [typeof(Generators)])]
    public void Analyze_DecomposedAccents_GiveTheSameStems(SpanishText text) =>
        SpanishAnalyzer.Stem(text.Value.Normalize(System.Text.NormalizationForm.FormD)).Should().Equal(SpanishAnalyzer.Stem(text.Value));

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
    public void Analyze_AnyText_PointsAtTheOriginalWords(HostileText text)
    {
        var end = 0;
        foreach (var term in SpanishAnalyzer.Analyze(text.Value))
        {
            term.Start.Should().BeGreaterThanOrEqualTo(end);
            term.Length.Should().BePositive();
            end = term.Start + term.Length;
            SpanishAnalyzer.Fold(text.Value.AsSpan()[term.Start..end]).Should().Be(term.Word);
        }

        end.Should().BeLessThanOrEqualTo(text.Value.Length);
    }

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
    public void Fold_AnyText_IsFoldedForGood(HostileText text)
    {
        var folded = SpanishAnalyzer.Fold(text.Value);

        SpanishAnalyzer.Fold(folded).Should().Be(folded);
    }

    [Fact]
    public void Stem_AnyUtf16Unit_HoldsNoSyntaxOfTheFullTextSearch()
    {
        var syntax = "\"*^:(){}+-,\n\0".ToCharArray();

        var stems = Enumerable.Range(0, 0x10000).SelectMany(c => SpanishAnalyzer.Stem($"x{(char)c}"));

        stems.Where(stem => stem.Length == 0 || stem.IndexOfAny(syntax) >= 0).Should().BeEmpty();
    }

    [Theory]
    [InlineData("año", "ano")]
    [InlineData("Español", "espanol")]
    [InlineData("ÑANDÚ", "nandu")]
    [InlineData("pingüino", "pinguino")]
    [InlineData("ﬁcha", "ficha")]
    [InlineData("ＳＥＮＡ", "sena")]
    [InlineData("n\u0303andu\u0301", "nandu")]
    public void Fold_Word_IsPlainLowerCase(string word, string folded) => SpanishAnalyzer.Fold(word).Should().Be(folded);

    [Fact]
    public void Fold_NotWellFormed_GetsReplacementCharacters() => SpanishAnalyzer.Fold("a\uD800b\uFFFEc\uDC00").Should().Be("a\uFFFDb\uFFFDc\uFFFD");

    [Theory]
    [InlineData("¿Qué es el SENA?", "sena")]
    [InlineData("¿Cuándo y dónde se paga la matrícula?", "paga matricula")]
    [InlineData("¿Cuántas horas dura?", "horas dura")]
    [InlineData("Quisiera saber quién dirige la entidad", "dirige entidad")]
    [InlineData("explícame cómo puedo hacer la inscripción", "inscripcion")]
    [InlineData("¿qué?", "")]
    [InlineData("", "")]
    [InlineData("¿¡...!?", "")]
    public void Analyze_Question_KeepsTheWordsThatSaySomething(string text, string words) =>
        string.Join(' ', SpanishAnalyzer.Analyze(text).Select(term => term.Word)).Should().Be(words);

    [Theory]
    [InlineData("contratos", "contrato")]
    [InlineData("inscripciones", "inscripción")]
    [InlineData("patrocinadoras", "patrocinador")]
    [InlineData("certificadas", "certificado")]
    [InlineData("evaluaciones", "evaluación")]
    [InlineData("certificaciones", "certificacion")]
    [InlineData("sanciones", "sanción")]
    [InlineData("formaciones", "FORMACIÓN")]
    [InlineData("comunicaciones", "comunicacion")]
    [InlineData("instituciones", "institución")]
    public void Stem_Inflected_IsTheSameTerm(string one, string other) => SpanishAnalyzer.Stem(one).Should().Equal(SpanishAnalyzer.Stem(other));

    [Fact]
    public void Analyze_RepeatedWord_IsRepeated() =>
        SpanishAnalyzer.Stem("curso, Curso y cursos").Should().HaveCount(3).And.AllBe(SpanishAnalyzer.StemOf("curso"));

    [Fact]
    public void Analyze_WordsAndNumbers_AreSplitAtPunctuation() =>
        SpanishAnalyzer.Analyze("Ley 119/1994, Betowa.").Select(term => (term.Word, term.Start, term.Length))
            .Should().Equal(("ley", 0, 3), ("119", 4, 3), ("1994", 8, 4), ("betowa", 14, 6));

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(20_000)]
    public void Analyze_LongWord_GivesOneBoundedTerm(int length)
    {
        var term = SpanishAnalyzer.Analyze(new string('b', length)).Should().ContainSingle().Subject;

        term.Length.Should().Be(length);
        term.Stem.Should().Be(new string('b', 64));
    }

    [Fact]
    public void IsStopWord_FoldedWord_TellsCommonFromRare()
    {
        SpanishAnalyzer.IsStopWord("como").Should().BeTrue();
        SpanishAnalyzer.IsStopWord("tambien").Should().BeTrue();
        SpanishAnalyzer.IsStopWord("contrato").Should().BeFalse();
    }

    [Fact]
    public void Analyze_ConcurrentCalls_GiveWhatSequentialOnesGive()
    {
        // Words of the test's own: a stem that another test has cached would not be computed here.
        var texts = Enumerable.Range(0, 400).Select(i => $"concurrente{i}ciones probaremos{i}mente").ToArray();

        var concurrent = new List<string>[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => concurrent[i] = SpanishAnalyzer.Stem(texts[i]));

        concurrent.Should().BeEquivalentTo(texts.Select(text => SpanishAnalyzer.Stem(text)), options => options.WithStrictOrdering());
        concurrent[7].Should().Equal(SpanishAnalyzer.StemOf("concurrente7ciones"), SpanishAnalyzer.StemOf("probaremos7mente"));
    }
}
