using AzuSena.Memory.Storage;
using AzuSena.Spanish;

namespace AzuSena.Memory.Search;

public sealed class RerankerTests
{
    [Fact]
    public void Score_NoCandidates_GivesNone() => Reranker.Score(Terms("contrato"), 1, []).Total.Should().BeEmpty();

    [Fact]
    public void Score_OneCandidate_IsOne() => Scores("contrato", "curs\ncontrat").Should().ContainSingle().Which.Should().BeApproximately(1, 1e-9);

    [Fact]
    public void Score_AnyCandidates_AreFromZeroToOne() =>
        Scores("contrato de aprendizaje", "a\ncontrat aprendizaj", "b\ncontrat", "contrat\nx y z", "c\n", "\n")
            .Should().OnlyContain(score => score >= 0 && score <= 1 + 1e-9).And.HaveElementAt(0, 1d);

    [Fact]
    public void Score_WordsSideBySide_BeatTheSameWordsApart() =>
        AssertFirstWins("contrato de aprendizaje", "t\ncontrat aprendizaj uno dos", "t\ncontrat uno aprendizaj dos");

    [Fact]
    public void Score_WordsInOneSentence_BeatTheSameWordsInTwo() => AssertFirstWins("contrato con empresa", "t\ncontrat x empres\ny", "t\ncontrat x\nempres y");

    [Fact]
    public void Score_WordsInThePlace_BeatTheSameTextElsewhere() => AssertFirstWins("contrato", "contrat\ncontrat x", "bibliotec\ncontrat x");

    [Fact]
    public void Score_ListedQuestionThatIsTheSame_BeatsOneWithTheSameWordsAmongOthers()
    {
        var question = Terms("plata por estudiar");

        var scores = Reranker.Score(
            question, question.Length, [Listed(question, "plat estudi"), Listed(question, "plat x y z\nestudi x y z"), Listed(question, "x y\nz")]).Total;

        scores.Should().BeInDescendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Score_BetterFullTextMatch_Wins()
    {
        var question = Terms("contrato");

        var scores = Reranker.Score(
            question, question.Length, [Candidate(question, "t\ncontrat x", bm25: 2), Candidate(question, "t\ncontrat x", bm25: 3)]).Total;

        scores[1].Should().BeGreaterThan(scores[0]);
    }

    [Fact]
    public void Score_AlikeButNotEqualStems_HelpThroughTheirLetters() => AssertFirstWins("inscripcion", "t\npreinscrip x", "t\nzzzzzzzzzz x");

    [Fact]
    public void Score_QuestionWithoutTerms_IsZero() => Scores("", "a\nb", "c\nd").Should().Equal(0, 0);

    private static void AssertFirstWins(string question, string better, string worse)
    {
        Scores(question, better, worse).Should().BeInDescendingOrder().And.OnlyHaveUniqueItems();
        Scores(question, worse, better).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    private static double[] Scores(string question, params string[] terms)
    {
        var asked = Terms(question);
        return Reranker.Score(asked, asked.Length, [.. terms.Select(lines => Candidate(asked, lines, bm25: asked.Length == 0 ? 0 : 1))]).Total;
    }

    private static Candidate Candidate(QuestionTerm[] question, string lines, double bm25) =>
        new CandidateScorer(question, averageLength: 10).Score(new TermMatch(1, lines)) with { Bm25 = bm25 };

    private static Candidate Listed(QuestionTerm[] question, string listed) =>
        new CandidateScorer(question, averageLength: 10).Score(new TermMatch(1, "t\nx y", listed));

    private static QuestionTerm[] Terms(string question) => [.. SpanishAnalyzer.Stem(question).Select(stem => new QuestionTerm(stem, 2))];
}
