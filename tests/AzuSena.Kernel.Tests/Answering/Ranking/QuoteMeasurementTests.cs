using AzuSena.Memory.Search;
using AzuSena.Passages;
using AzuSena.Support;

namespace AzuSena.Answering.Ranking;

public sealed class QuoteMeasurementTests
{
    [Fact]
    public void Of_Unit_SharesItsWordsWithTheQuestion()
    {
        var features = Of("contrato de aprendizaje en la empresa", Samples.Passage("El contrato de aprendizaje se firma. Lo firma la empresa."));

        features[0][QuoteFeature.Own].Should().BeApproximately(2 / 3.0, 1e-9);
        features[1][QuoteFeature.Own].Should().BeApproximately(1 / 3.0, 1e-9);
    }

    [Fact]
    public void Of_List_HasTheShareOfItsLeadInAndItsBestItem()
    {
        var list = Of("contrato empresa aprendiz", Samples.Passage("El contrato pide:\n- Una empresa.\n- Un aprendiz."))[0];

        list[QuoteFeature.Own].Should().BeApproximately(2 / 3.0, 1e-9);
        list[QuoteFeature.Near].Should().Be(1);
        list[QuoteFeature.List].Should().Be(1);
    }

    [Fact]
    public void Of_Surroundings_AreWiderAndWider()
    {
        var unit = Of(
            "alfa beta gama delta epsilon", Samples.Passage("Dice alfa. Dice beta. Otra. Dice gama.\n## Fin\nDice delta.", "Épsilon"))[0];

        unit[QuoteFeature.Own].Should().BeApproximately(0.2, 1e-9);
        unit[QuoteFeature.Near].Should().BeApproximately(0.4, 1e-9);
        unit[QuoteFeature.Context].Should().BeApproximately(0.4, 1e-9);
        unit[QuoteFeature.Paragraph].Should().BeApproximately(0.6, 1e-9);
        unit[QuoteFeature.Section].Should().BeApproximately(0.6, 1e-9);
        unit[QuoteFeature.Passage].Should().BeApproximately(1, 1e-9);
    }

    [Fact]
    public void Of_NeighbourUnderAnotherHeading_IsNotNear() =>
        Of("alfa beta", Samples.Passage("Dice alfa.\n## Fin\nDice beta."))[0][QuoteFeature.Near].Should().Be(0.5);

    [Fact]
    public void Of_Heading_CountsWithoutTheWordsOfTheTitle()
    {
        var features = Of("duración del contrato", Samples.Passage("Dos años. Tal vez tres.", "Contrato", headings: "Duración del contrato"));

        features[0][QuoteFeature.Heading].Should().Be(0.5);
        features.Select(unit => unit[QuoteFeature.HeadingFirst]).Should().Equal(0.5, 0);
        features.Select(unit => unit[QuoteFeature.First]).Should().Equal(1, 0);
    }

    [Fact]
    public void Of_Title_IsSharedBothWays()
    {
        var unit = Of("contrato biblioteca", Samples.Passage("Nada.", "Contrato de aprendizaje"))[0];

        unit[QuoteFeature.Title].Should().Be(0.5);
        unit[QuoteFeature.TitleNamed].Should().Be(0.5);
    }

    [Fact]
    public void Of_Search_IsRelativeToTheBestPassage()
    {
        const string Question = "contrato";
        var search = Samples.Search(Question, Samples.Passage("Uno."), Samples.Passage("Dos.", position: 1));
        search = search with { Hits = [search.Hits[0] with { Score = 0.8, Cosine = 0.5 }, search.Hits[1] with { Score = 0.4, Cosine = 0.25 }] };

        var second = Of(Question, search, hit: 1)[0];

        second[QuoteFeature.Search].Should().BeApproximately(0.5, 1e-9);
        second[QuoteFeature.Nearness].Should().BeApproximately(0.5, 1e-9);
    }

    [Fact]
    public void Of_UnitCosines_AreStandardised()
    {
        const string Question = "contrato";
        var search = Samples.Search(Question, Samples.Passage("Uno. Dos."), Samples.Passage("Tres.", position: 1), Samples.Passage("Cuatro.", position: 2));
        search = search with { Hits = [search.Hits[0] with { UnitCosines = [0.1f, 0.5f] }, search.Hits[1] with { UnitCosines = [0.3f] }, search.Hits[2]] };

        Of(Question, search, hit: 0).Select(unit => unit[QuoteFeature.Closeness]).Should().Equal([-1.2247, 1.2247], (a, b) => Math.Abs(a - b) < 1e-3);
        Of(Question, search, hit: 1)[0][QuoteFeature.Closeness].Should().BeApproximately(0, 1e-5);
        Of(Question, search, hit: 2)[0][QuoteFeature.Closeness].Should().Be(0, "an unknown unit is as near as the average");
    }

    [Fact]
    public void Of_HeadingWhoseWordsAreAllAsked_IsNamedWhole() =>
        Of(
            "¿Qué empresas de mi barrio no están obligadas a contratar?",
            Samples.Passage("## Qué empresas no están obligadas\nLas pequeñas.\n## Quién paga\nTodas."))
            .Select(unit => unit[QuoteFeature.HeadingNamed]).Should().Equal(1, 0);

    [Theory]
    [InlineData("¿Qué empresas no están obligadas?", 1, -1)]
    [InlineData("¿Qué empresas están obligadas?", 0, 0)]
    public void Of_WhatTheQuestionDenies_IsDeniedOrAffirmed(string question, int denying, int affirming) =>
        Of(question, Samples.Passage("No están obligadas las pequeñas. Están obligadas las grandes. Hay un fondo."))
            .Select(unit => unit[QuoteFeature.Denial]).Should().Equal(denying, affirming, 0);

    [Fact]
    public void Of_NoVectors_HasNoNearness() => Of("contrato", Samples.Passage("El contrato."))[0][QuoteFeature.Nearness].Should().Be(0);

    [Fact]
    public void Of_Background_IsAShareOfAllThatWasSaid()
    {
        const string Question = "contrato";
        var search = Samples.Search(Question, Samples.Passage("En Cali.")) with { Background = [new QuestionTerm("cali", 1), new QuestionTerm("llov", 3)] };

        Of(Question, search)[0][QuoteFeature.Background].Should().Be(0.25);
    }

    [Fact]
    public void Of_WeakBackground_WeighsLittle()
    {
        const string Question = "contrato";
        var search = Samples.Search(Question, Samples.Passage("En Cali.")) with { Background = [new QuestionTerm("cali", 0.2)] };

        Of(Question, search)[0][QuoteFeature.Background].Should().BeApproximately(0.2 / Samples.Idf, 1e-9);
    }

    [Theory]
    [InlineData("El contrato de aprendizaje.", 1)]
    [InlineData("El aprendizaje del contrato.", 0)]
    public void Of_Pairs_AreAdjacentInTheUnit(string text, double share) =>
        Of("contrato de aprendizaje", Samples.Passage(text))[0][QuoteFeature.Pairs].Should().Be(share);

    [Theory]
    [InlineData("¿Cuánto dura?", "Dura dos años.", 1, 1)]
    [InlineData("¿Cuánto dura?", "Dura poco.", -1, -1)]
    [InlineData("¿Cómo se hace?", "Se hace en el portal.", 1, 0)]
    [InlineData("¿Puedo trabajar?", "Puede trabajar.", 0, 0)]
    public void Of_Kind_HoldsOrIsMissing(string question, string text, double kind, double strict)
    {
        var unit = Of(question, Samples.Passage(text))[0];

        unit[QuoteFeature.Kind].Should().Be(kind);
        unit[QuoteFeature.StrictKind].Should().Be(strict);
    }

    [Theory]
    [InlineData("¿Cuánto cuesta?", "Cuesta $3.", QuoteFeature.KindAmount)]
    [InlineData("¿Cuánto dura?", "Dura dos años.", QuoteFeature.KindDuration)]
    [InlineData("¿Cuántas regionales hay?", "Hay 33 regionales.", QuoteFeature.KindCount)]
    [InlineData("¿Cuándo abre?", "Abre en mayo.", QuoteFeature.KindDate)]
    [InlineData("¿Qué ley lo rige?", "La Ley 119 de 1994.", QuoteFeature.KindNorm)]
    [InlineData("¿Dónde es?", "En el portal.", QuoteFeature.KindPlace)]
    [InlineData("¿Quién decide?", "Decide el director.", QuoteFeature.KindPerson)]
    [InlineData("¿Cómo se hace?", "Ingrese y solicite.", QuoteFeature.KindSteps)]
    [InlineData("¿Por qué?", "Porque faltó.", QuoteFeature.KindCause)]
    [InlineData("¿Qué diferencia hay?", "Uno dura más, mientras el otro no.", QuoteFeature.KindComparison)]
    public void Of_KindOfTheQuestion_IsTheOnlyOneSet(string question, string text, QuoteFeature feature)
    {
        var unit = Of(question, Samples.Passage(text))[0];

        Enum.GetValues<QuoteFeature>().Where(it => it >= QuoteFeature.KindAmount && it <= QuoteFeature.KindComparison && unit[it] != 0).Should().Equal(feature);
        unit[feature].Should().Be(1);
    }

    [Theory]
    [InlineData("¿Qué es el contrato?", "El contrato es un acuerdo.", 1)]
    [InlineData("¿Qué es el contrato?", "Se firma el contrato.", 0)]
    [InlineData("¿Cuánto dura el contrato?", "El contrato es un acuerdo.", 0)]
    [InlineData("¿Qué es el contrato?", "El contrato es:\n- Un acuerdo.", 0)]
    public void Of_Defines_OnlyForADefinitionAskedFor(string question, string text, double share) =>
        Of(question, Samples.Passage(text))[0][QuoteFeature.Defines].Should().Be(share);

    [Fact]
    public void Of_HeadingKind_IsTheQuestionsOrAnother()
    {
        var features = Of(
            "¿Cuánto dura un tecnólogo?",
            Samples.Passage("## Cuánto dura un tecnólogo\nUno.\n## Cuánto cuesta\nDos.\n## Cuánto dura\nTres.\n## Fin\nCuatro."));

        features.Select(unit => unit[QuoteFeature.HeadingKind]).Should().Equal(1, 0, 1, 0);
        features.Select(unit => unit[QuoteFeature.OtherHeadingKind]).Should().Equal(0, 1, 0, 0);
    }

    [Theory]
    [InlineData("¿Cuánto dura?", 1)]
    [InlineData("¿Qué requisitos piden?", 0)]
    public void Of_List_IsUnaskedIfOneThingIs(string question, double unasked) =>
        Of(question, Samples.Passage("Piden:\n- La cédula."))[0][QuoteFeature.UnaskedList].Should().Be(unasked);

    [Fact]
    public void Of_Form_IsSeen()
    {
        var features = Of("ley 119 de 1994", Samples.Passage("La Ley 119 existe. Por eso debe consultar."));

        features[0][QuoteFeature.Numbers].Should().Be(0.5);
        features.Select(unit => unit[QuoteFeature.RefersBack]).Should().Equal(0, 1);
        features.Select(unit => unit[QuoteFeature.Refers]).Should().Equal(0, 1);
        features.Select(unit => unit[QuoteFeature.Position]).Should().Equal(0, 0.1);
    }

    [Fact]
    public void Of_Density_IsOfTheUnitsOwnTerms()
    {
        var unit = Of("contrato", Samples.Passage("Contrato biblioteca deporte cultura."))[0];

        unit[QuoteFeature.Density].Should().Be(0.5);
    }

    [Fact]
    public void Values_Features_AreInTheOrderOfTheirNames()
    {
        var features = new QuoteFeatures { [QuoteFeature.Near] = 3 };

        features.Values.Length.Should().Be(QuoteFeatures.Count).And.Be(Enum.GetNames<QuoteFeature>().Length);
        features.Values[(int)QuoteFeature.Near].Should().Be(3);
    }

    private static QuoteFeatures[] Of(string question, Passage passage) => Of(question, Samples.Search(question, passage));

    private static QuoteFeatures[] Of(string question, SearchResult search, int hit = 0) =>
        QuoteMeasurement.Of(new QuestionProfile(question, search), search.Hits[hit], new QuotablePassage(search.Hits[hit].Passage));
}
