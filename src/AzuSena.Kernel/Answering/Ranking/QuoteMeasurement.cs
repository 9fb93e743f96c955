using System.Text.RegularExpressions;
using AzuSena.Memory.Search;
using AzuSena.Questions;

namespace AzuSena.Answering.Ranking;

/// <summary>Computes the features of a passage's units for a question.</summary>
internal static partial class QuoteMeasurement
{
    private const double LastPosition = 10;

    // A listed question asks for what the section says as a whole: it begins there, and its other sentences compete by what they say.
    private const double AskedLater = 0.6;

    private const double WholeQuestion = 0.9;

    private static readonly (QuestionKind Kind, QuoteFeature Feature)[] KindFeatures =
    [
        (QuestionKind.Amount, QuoteFeature.KindAmount), (QuestionKind.Duration, QuoteFeature.KindDuration), (QuestionKind.Count, QuoteFeature.KindCount),
        (QuestionKind.Date, QuoteFeature.KindDate), (QuestionKind.Norm, QuoteFeature.KindNorm), (QuestionKind.Place, QuoteFeature.KindPlace),
        (QuestionKind.Person, QuoteFeature.KindPerson), (QuestionKind.Steps, QuoteFeature.KindSteps), (QuestionKind.Cause, QuoteFeature.KindCause),
        (QuestionKind.Comparison, QuoteFeature.KindComparison),
    ];

    /// <summary>The features of each unit, in order.</summary>
    public static QuoteFeatures[] Of(QuestionProfile question, PassageHit hit, QuotablePassage passage)
    {
        var all = new HashSet<string>(passage.Title, StringComparer.Ordinal);
        foreach (var unit in passage.Units)
        {
            all.UnionWith(unit.Stems);
            all.UnionWith(unit.HeadingStems);
        }

        var whole = question.Share(all);
        var title = question.Share(passage.Title);
        var titleNamed = passage.Title.Count(question.Names) / (double)Math.Max(1, passage.Title.Count);
        var headings = new HashSet<string?>();
        return [.. passage.Units.Select((unit, i) =>
        {
            var features = new QuoteFeatures
            {
                [QuoteFeature.Passage] = whole,
                [QuoteFeature.Title] = title,
                [QuoteFeature.TitleNamed] = titleNamed,
                [QuoteFeature.Search] = hit.Score / question.BestScore,
                [QuoteFeature.Nearness] = Math.Max(0, hit.Cosine ?? 0) / question.BestCosine,
                [QuoteFeature.Closeness] = hit.UnitCosines is { } cosines && i < cosines.Count ? question.Closeness(cosines[i]) : 0,
                [QuoteFeature.Position] = Math.Min(i, LastPosition) / LastPosition,
            };
            AddWords(features, question, passage, i, isFirst: headings.Add(unit.Unit.Heading));
            AddKind(features, question, passage, unit);
            AddForm(features, question, unit);
            return features;
        })];
    }

    private static void AddWords(QuoteFeatures features, QuestionProfile question, QuotablePassage passage, int at, bool isFirst)
    {
        var unit = passage.Units[at];
        var parts = unit.PartStems;
        var before = at > 0 && passage.Units[at - 1] is var previous && previous.Heading == unit.Heading ? previous.PartStems[^1] : [];
        var after = at + 1 < passage.Units.Count && passage.Units[at + 1] is var next && next.Heading == unit.Heading ? next.PartStems[0] : [];
        var heading = question.Share(unit.HeadingStems.Where(stem => !passage.Title.Contains(stem)));
        features.Set(QuoteFeature.Own, parts.Skip(1).Select(item => question.Share(parts[0].Concat(item))).DefaultIfEmpty(question.Share(parts[0])).Max());
        features.Set(QuoteFeature.Near, question.Share(unit.Stems.Concat(before).Concat(after).Concat(unit.HeadingStems)));
        features.Set(
            QuoteFeature.Paragraph, question.Share(passage.Units.Where(other => other.Paragraph == unit.Paragraph).SelectMany(other => other.Stems)));
        features.Set(QuoteFeature.Section, question.Share(passage.Section(unit).SelectMany(other => other.Stems).Concat(unit.HeadingStems)));
        features.Set(QuoteFeature.Context, question.Share(unit.Stems.Concat(unit.HeadingStems).Concat(passage.Title)));
        features.Set(QuoteFeature.Heading, heading);
        features.Set(QuoteFeature.HeadingFirst, !isFirst ? 0 : unit.Heading is null ? AnnouncedByTitle(question, passage) : heading);
        features.Set(QuoteFeature.HeadingNamed, HeadingNamed(question, passage, unit));
        features.Set(QuoteFeature.First, isFirst ? 1 : 0);
        features.Set(
            QuoteFeature.Asked, passage.ListedFor(unit).Select(question.Similarity).DefaultIfEmpty(0).Max() * (isFirst ? 1 : AskedLater));
        features.Set(QuoteFeature.Background, question.BackgroundShare(unit.Stems.Concat(unit.HeadingStems)));
        features.Set(QuoteFeature.Pairs, question.PairShare(parts.SelectMany(part => part), unit.HeadingStems));
        features.Set(QuoteFeature.Density, Math.Sqrt(unit.Stems.Count(question.Names) / (double)Math.Max(1, unit.Stems.Count)));
    }

    private static double HeadingNamed(QuestionProfile question, QuotablePassage passage, QuotableUnit unit)
    {
        var own = unit.HeadingStems.Where(stem => !passage.Title.Contains(stem)).ToArray();
        return own.Length == 0 ? 0 : own.Count(question.Names) / (double)own.Length;
    }

    private static double Denial(QuestionProfile question, QuotableUnit unit) =>
        question.Denied.Count == 0 ? 0
        : question.Denied.Any(unit.Polarity.Denied.Contains) ? 1
        : question.Denied.Any(unit.Polarity.Affirmed.Contains) ? -1
        : 0;

    // A document whose title is what is asked begins with the answer.
    private static double AnnouncedByTitle(QuestionProfile question, QuotablePassage passage) =>
        passage.Title.Count > 0 && passage.Title.All(question.Names) && question.Share(passage.Title) is >= WholeQuestion and var share ? share : 0;

    private static void AddKind(QuoteFeatures features, QuestionProfile question, QuotablePassage passage, QuotableUnit unit)
    {
        var kind = question.Kind;
        var holds = KindEvidence.IsIn(kind, unit.Text, unit.Folded, question.Counted) switch { true => 1, false => -1, null => 0 };
        features.Set(QuoteFeature.Kind, holds);
        features.Set(QuoteFeature.StrictKind, KindEvidence.IsStrict(kind) ? holds : 0);
        foreach (var (of, feature) in KindFeatures)
        {
            features.Set(feature, of == kind ? holds : 0);
        }

        features.Set(
            QuoteFeature.Defines, kind is QuestionKind.Definition && !unit.Unit.IsList ? KindEvidence.Defined(unit.Folded, question.Named) : 0);
        var announcing = unit.Heading is null ? passage.Title : unit.HeadingStems;
        features.Set(QuoteFeature.HeadingKind, unit.HeadingKind == kind && question.Share(announcing) > 0 ? 1 : 0);
        features.Set(QuoteFeature.OtherHeadingKind, unit.HeadingKind is { } announced && announced != kind ? 1 : 0);
    }

    private static void AddForm(QuoteFeatures features, QuestionProfile question, QuotableUnit unit)
    {
        var isUnasked = question.Kind is not (QuestionKind.List or QuestionKind.Steps);
        features.Set(QuoteFeature.Denial, Denial(question, unit));
        features.Set(QuoteFeature.RefersBack, unit.RefersBack ? 1 : 0);
        features.Set(QuoteFeature.List, unit.Unit.IsList ? 1 : 0);
        features.Set(QuoteFeature.UnaskedList, unit.Unit.IsList && isUnasked ? 1 : 0);
        features.Set(
            QuoteFeature.Numbers,
            question.Numbers.Count == 0
                ? 0
                : question.Numbers.Count(number => unit.Text.Contains(number, StringComparison.Ordinal)) / (double)question.Numbers.Count);
        features.Set(QuoteFeature.Refers, Referral().IsMatch(unit.Folded) ? 1 : 0);
    }

    [GeneratedRegex(
        @"\b(debe (preguntar|confirmar|consultar)|conviene|se consulta|puede (preguntar|confirmar))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Referral();
}
