namespace AzuSena.Tests.Patterns;

/// <summary>Texts put together at random from pieces, the same in every run.</summary>
internal static class GeneratedTexts
{
    public static IEnumerable<string> Of(int seed, int count, params string[] pieces)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => pieces[random.Next(pieces.Length)]));
        }
    }
}
