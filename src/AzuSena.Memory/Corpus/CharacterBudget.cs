namespace AzuSena.Memory.Corpus;

/// <summary>Counts the characters that are made of a document, and refuses one that becomes more than a document may.</summary>
internal sealed class CharacterBudget
{
    private long _taken;

    /// <summary>Takes so many.</summary>
    /// <exception cref="DocumentException">There are no more.</exception>
    public void Take(int characters)
    {
        _taken += characters;
        if (_taken > SizeLimits.Characters)
        {
            throw new DocumentException("DocumentExpands", SizeLimits.InMillions(SizeLimits.Characters));
        }
    }
}
