using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Corpus.Lint;

/// <summary>Checks of laws that are held by article.</summary>
internal static class RuleChecks
{
    public static IEnumerable<LintFinding> All(IEnumerable<CorpusDocument> documents)
    {
        var articles = documents
            .SelectMany(document => document.Sections
                .Where(section => section.Locator?.Rule is not null)
                .Select(section => new Held(document.Info.Path, section)))
            .ToList();
        return articles.SelectMany(ByItself).Concat(SameArticle(articles)).Concat(SameNumber(articles));
    }

    private static IEnumerable<LintFinding> ByItself(Held article)
    {
        if (article.Rule.Article is "0")
        {
            yield return article.Finding(LintSeverity.Warning, "article_zero", LintTexts.Get("ArticleZero", article.Rule.Law.Name));
        }

        if (article.Section.Flaws.HasFlag(SectionFlaws.TextMissing))
        {
            yield return article.Finding(LintSeverity.Error, "article_empty", LintTexts.Get("ArticleEmpty"));
        }
    }

    private static IEnumerable<LintFinding> SameArticle(IEnumerable<Held> articles) => articles
        .GroupBy(article => (article.Rule.Law.Kind, Law: article.Rule.Law.Number ?? article.Rule.Law.Name, article.Rule.Law.Year, article.Rule.Article))
        .Where(group => group.DistinctBy(article => article.Section.Locator!.Row).Count() > 1)
        .Select(group => group.First().Finding(
            LintSeverity.Warning,
            "article_repeated",
            LintTexts.Get(
                "ArticleRepeated",
                group.First().Rule.Text,
                string.Join(", ", group.Select(article => (article.Section.Locator! with { Rule = null }).Text)))));

    private static IEnumerable<LintFinding> SameNumber(IEnumerable<Held> articles) => articles
        .Where(article => article.Rule.Law.Number is not null)
        .GroupBy(article => (article.Rule.Law.Kind, article.Rule.Law.Number))
        .Select(law => law.GroupBy(article => article.Rule.Law.Year).OrderByDescending(year => year.Count()).ToList())
        .Where(years => years.Count > 1)
        .Select(years => years[^1].First().Finding(
            LintSeverity.Error,
            "law_two_years",
            LintTexts.Get("LawTwoYears", string.Join("; ", years.Select(year => LintTexts.Get("LawYear", year.First().Rule.Law.Name, year.Count()))))));

    private sealed record Held(string Path, Section Section)
    {
        public RuleReference Rule => Section.Locator!.Rule!;

        public LintFinding Finding(LintSeverity severity, string rule, string message) => new(severity, rule, Path, Section.Locator!.Text, message);
    }
}
