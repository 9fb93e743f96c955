using AzuSena.Whisper.Support;

namespace AzuSena.Whisper.Decoding;

public sealed class TokenRulesTests
{
    private readonly TokenRules _rules = new(TinyVocabulary.Create(), TinyVocabulary.Config);

    [Fact]
    public void Apply_AtTheBeginning_AllowsOnlyTimesOfTheFirstSecond()
    {
        var allowed = Allowed();

        allowed.Should().Equal(Enumerable.Range(TinyVocabulary.FirstTimestamp, 51));
    }

    [Fact]
    public void Apply_AfterTheFirstTime_AllowsOnlyWordsAndTheEnd()
    {
        var allowed = Allowed(TinyVocabulary.Time(0));

        allowed.Should().Contain('a').And.Contain(TinyVocabulary.End).And.OnlyContain(token => token < TinyVocabulary.FirstTimestamp);
    }

    [Fact]
    public void Apply_AfterAWord_AllowsLaterTimesOnly()
    {
        var allowed = Allowed(words: 100, TinyVocabulary.Time(1), 'a');

        allowed.Should().Contain('b').And.Contain(TinyVocabulary.Time(1.02)).And.NotContain(TinyVocabulary.Time(1)).And.NotContain(TinyVocabulary.Time(0.5));
    }

    [Fact]
    public void Apply_AfterTheEndOfASentence_AllowsATimeThatIsNotEarlierOrTheEnd()
    {
        var allowed = Allowed(TinyVocabulary.Time(0), 'a', TinyVocabulary.Time(2));

        allowed.Should().Contain(TinyVocabulary.Time(2)).And.Contain(TinyVocabulary.End).And.NotContain('a').And.NotContain(TinyVocabulary.Time(1.98));
    }

    [Fact]
    public void Apply_AfterAPairOfTimes_AllowsNoTime() =>
        Allowed(TinyVocabulary.Time(0), 'a', TinyVocabulary.Time(2), TinyVocabulary.Time(2))
            .Should().OnlyContain(token => token < TinyVocabulary.FirstTimestamp);

    [Fact]
    public void Apply_TimesTogetherLikelierThanAnyWord_BarsTheWords()
    {
        // 1,501 times of e⁰ each outweigh a word of e⁷, and not one of e⁸.
        Allowed(words: 7, TinyVocabulary.Time(0), 'a').Should().OnlyContain(token => token >= TinyVocabulary.FirstTimestamp);
        Allowed(words: 8, TinyVocabulary.Time(0), 'a').Should().Contain('b');
    }

    [Fact]
    public void Apply_Always_BarsWhatIsSuppressed()
    {
        Allowed(words: 100, TinyVocabulary.Time(0), 'a').Should().NotContain(7).And.NotContain(TinyVocabulary.FirstTimestamp - 1).And.Contain(' ');
        Allowed().Should().NotContain(' ').And.NotContain(TinyVocabulary.End);
    }

    private int[] Allowed(params int[] written) => Allowed(words: 100, written);

    private int[] Allowed(float words, params int[] written)
    {
        var logits = new float[TinyVocabulary.Size];
        logits.AsSpan(0, TinyVocabulary.FirstTimestamp).Fill(words);
        _rules.Apply(logits, written);
        return [.. Enumerable.Range(0, logits.Length).Where(token => !float.IsNegativeInfinity(logits[token]))];
    }
}
