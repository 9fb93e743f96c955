namespace AzuSena.Memory.Search;

/// <summary>
/// The character 4-grams of a text, with line ends as spaces. Four UTF-16 units fill a <see cref="ulong"/>, so a 4-gram is a number and no substring is
/// allocated.
/// </summary>
internal ref struct CharacterGrams(ReadOnlySpan<char> text)
{
    private const int Length = 4;

    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    /// <summary>The current 4-gram.</summary>
    public ulong Current { get; private set; }

    /// <summary>This instance, for <c>foreach</c>.</summary>
    public readonly CharacterGrams GetEnumerator() => this;

    /// <summary>Moves to the next 4-gram.</summary>
    public bool MoveNext()
    {
        do
        {
            if (_next == _text.Length)
            {
                return false;
            }

            Current = (Current << 16) | (_text[_next] is '\n' ? ' ' : _text[_next]);
            _next++;
        }
        while (_next < Length);

        return true;
    }
}
