namespace AzuSena.Memory.Corpus;

/// <summary>Counts the characters produced from a document, and rejects a document that exceeds its limit.</summary>
internal sealed class CharacterBudget
{
    private long _taken;

    /// <summary>Consumes characters of the budget.</summary>
    /// <exception cref="DocumentException">The budget is exhausted.</exception>
    public void Take(int characters)
    {
        _taken += characters;
        if (_taken > SizeLimits.Characters)
        {
            throw new DocumentException("DocumentExpands", SizeLimits.InMillions(SizeLimits.Characters));
        }
    }
}
