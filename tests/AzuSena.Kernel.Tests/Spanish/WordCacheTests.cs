namespace AzuSena.Spanish;

public sealed class WordCacheTests
{
    [Fact]
    public void Add_MoreWordsThanItHolds_StaysWithinItsBoundAndTakesNewOnes()
    {
        var cache = new WordCache<int>(capacity: 100);
        for (var i = 0; i < 10_000; i++)
        {
            cache.Add($"palabra{i}", i);
            cache.Count.Should().BeLessThanOrEqualTo(100);
            cache.TryGet($"palabra{i}", out var value).Should().BeTrue();
            value.Should().Be(i);
        }

        cache.TryGet("palabra1", out _).Should().BeFalse("nobody has asked for it for long");
    }

    [Fact]
    public void TryGet_WordThatComesAgainAndAgain_Stays()
    {
        var cache = new WordCache<int>(capacity: 100);
        cache.Add("sena", 7);
        for (var i = 0; i < 1000; i++)
        {
            cache.Add($"palabra{i}", i);
            cache.TryGet("sena", out var value).Should().BeTrue();
            value.Should().Be(7);
        }
    }

    [Fact]
    public void Add_FromManyThreads_StaysNearItsBoundAndNeverMixesWords()
    {
        var cache = new WordCache<int>(capacity: 100);

        Parallel.For(0, 20_000, i =>
        {
            var word = i % 300;
            if (cache.TryGet($"palabra{word}", out var value))
            {
                value.Should().Be(word);
            }
            else
            {
                cache.Add($"palabra{word}", word);
            }
        });

        cache.Count.Should().BeLessThanOrEqualTo(100 + Environment.ProcessorCount);
    }
}
