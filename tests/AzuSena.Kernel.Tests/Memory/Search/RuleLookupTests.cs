using AzuSena.Spanish;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Search;

public sealed class RuleLookupTests
{
    private static readonly RuleReference Rule = new(new LawName("ley", "30", 1992, "Ley 30 de 1992"), "5");
    private static readonly QuestionTerm[] Terms =
        [.. SpanishAnalyzer.Stem("qué dice el artículo 5 de la Ley 30 sobre becas").Select(stem => new QuestionTerm(stem, 1))];

    [Fact]
    public void WithoutNames_TextOfTheArticle_LeavesWhatIsAskedAboutIt() =>
        new RuleLookup([Rule], [], IsText: true).WithoutNames(Terms).Select(term => term.Stem).Should().Equal(SpanishAnalyzer.Stem("becas"));

    [Fact]
    public void WithoutNames_TextThatOnlyMentionsTheArticle_LeavesAll() =>
        new RuleLookup([Rule], [], IsText: false).WithoutNames(Terms).Should().Equal(Terms);
}
