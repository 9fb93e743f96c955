using AzuSena.Answers;
using AzuSena.Evaluation.Questions;
using AzuSena.Memory.Storage;
using AzuSena.Spanish;
using AzuSena.Testing;
using Xunit.Abstractions;

namespace AzuSena.Answering.Premises;

/// <summary>Questions that take for granted what the corpus denies, and others of the same form.</summary>
[Trait("Category", "Slow")]
public sealed class PremiseTests(IndexedCorpus corpus, ITestOutputHelper output) : IClassFixture<IndexedCorpus>
{
    private static readonly string Correction = AnswerTexts.Get("PremiseDenied");

    [Fact]
    public async Task AskAsync_FalsePremises_AreCorrectedAndTrueOnesAreNot()
    {
        var (right, missed, wrong) = (0, 0, 0);
        foreach (var fields in File.ReadLines(Path.Combine(Repository.Root, "tests", "AzuSena.Kernel.Tests", "Answering", "Questions", "premises.csv")).Skip(1)
            .Select(line => line.Split(';')))
        {
            var answer = await AskAsync(fields[0]);
            var isCorrected = answer.Response.StartsWith(Correction, StringComparison.Ordinal);
            var isFalse = fields[1] == "false";
            (right, missed, wrong) = (
                right + (isFalse && isCorrected ? 1 : 0), missed + (isFalse && !isCorrected ? 1 : 0), wrong + (!isFalse && isCorrected ? 1 : 0));
            if (isFalse != isCorrected)
            {
                output.WriteLine($"{(isFalse ? "missed" : "WRONG")}: {fields[0]} " +
                    $"-> {answer.Response.ReplaceLineEndings(" ")[..Math.Min(160, answer.Response.Length)]}");
            }
        }

        output.WriteLine($"corrected {right} of {right + missed} false premises, {wrong} true ones");
        wrong.Should().BeLessThanOrEqualTo(1);
        right.Should().BeGreaterThanOrEqualTo(36, "of {0} false premises", right + missed);
    }

    [Fact]
    public async Task AskAsync_WhyTheCorpusSaysSo_IsNotCorrected()
    {
        string[] sentences;
        using (var snapshot = corpus.Product.Get<PassageStore>().Read())
        {
            sentences = snapshot.Load(snapshot.AllTerms().Select(match => match.Key).ToList())
                .SelectMany(passage => SentenceSplitter.Split(passage.Text).Select(range => passage.Text[range]))
                .Where(text => text.Length is > 40 and < 110
                    && (text.StartsWith("El ", StringComparison.Ordinal) || text.StartsWith("La ", StringComparison.Ordinal)) && text.EndsWith('.'))
                .ToArray();
        }

        new Random(3).Shuffle(sentences);
        var wrong = 0;
        foreach (var sentence in sentences.Take(120))
        {
            var answer = await AskAsync($"¿Por qué {char.ToLowerInvariant(sentence[0])}{sentence[1..^1]}?");
            if (answer.Response.StartsWith(Correction, StringComparison.Ordinal))
            {
                wrong++;
                output.WriteLine($"WRONG: {sentence} -> {answer.Response}");
            }
        }

        sentences.Length.Should().BeGreaterThanOrEqualTo(110);
        output.WriteLine($"wrongly corrected: {wrong} of 120");
        wrong.Should().Be(0);
    }

    [Fact]
    public async Task AskAsync_EvaluationQuestions_AreCorrectedWhereTheirPremiseIsFalse()
    {
        var (corrected, wrong, premises) = (0, 0, 0);
        foreach (var question in QuestionLines.Read(Path.Combine(Repository.Root, "tests", "AzuSena.Evaluation", "questions"))
            .Where(question => question.History.Count == 0))
        {
            var answer = await AskAsync(question.Question);
            var isCorrected = answer.Response.StartsWith(Correction, StringComparison.Ordinal);
            var isFalse = question.Expect is ExpectedOutcome.Correct;
            var isRight = isFalse && AnswerCheck.Of(question, answer).Missing.Count == 0;
            (corrected, wrong, premises) =
                (corrected + (isCorrected && isRight ? 1 : 0), wrong + (isCorrected && !isRight ? 1 : 0), premises + (isFalse ? 1 : 0));
            if (isCorrected != isFalse || (isCorrected && !isRight))
            {
                output.WriteLine($"{(isCorrected ? "WRONG" : answer.Abstained ? "declined" : "missed")}: {question.Id} {question.Question} " +
                    $"-> {answer.Response.ReplaceLineEndings(" ")[..Math.Min(160, answer.Response.Length)]}");
            }
        }

        output.WriteLine($"corrected {corrected} of {premises} false premises, {wrong} others");
        wrong.Should().BeLessThanOrEqualTo(1);
        corrected.Should().BeGreaterThanOrEqualTo(11);
    }

    [Fact]
    public async Task AskAsync_Correction_QuotesAndCitesWhatDenies()
    {
        var answer = await AskAsync("¿Por qué el SENA cobra matrícula?");

        answer.Citations[0].Quote.Should().Contain("gratuita");
        answer.Lead.Should().Be($"{Correction} {answer.Citations[0].Quote}");
        answer.Response.Should().StartWith($"{answer.Lead} [1]").And.NotContain("cobro coactivo", "that is another matter");
        answer.Grounding![0].Should().BeEquivalentTo(
            new { Support = SentenceSupport.Supported, Sentence = answer.Citations[0].Quote, NotFound = Array.Empty<string>() });
    }

    private Task<Answer> AskAsync(string question) =>
        corpus.Product.Get<AnswerService>().AskAsync(Question.Create(question), CancellationToken.None).ToAnswerAsync();
}
