namespace AzuSena.Answering.Grounding;

/// <summary>Tracks, character by character, the kind of Markdown line: a code block, a table row, or anything else.</summary>
internal sealed class MarkdownLine
{
    private const int FenceLength = 3;

    // A table's first row contains the column names and its second is the separator.
    private const int HeadRows = 2;

    private bool _isCode;
    private bool _isRow;
    private bool _isBlank = true;
    private char _fence;
    private int _fenceLength;
    private int _row;

    /// <summary>The kind of line, as far as known.</summary>
    public SentenceKind Kind => _isCode ? SentenceKind.Code
        : !_isRow ? SentenceKind.Prose
        : _row < HeadRows ? SentenceKind.TableHead
        : SentenceKind.TableRow;

    /// <summary>Appends the next character.</summary>
    public void Take(char letter)
    {
        if (letter == '\n')
        {
            _row = _isRow ? _row + 1 : 0;
            (_isRow, _isBlank, _fence, _fenceLength) = (false, true, '\0', 0);
            return;
        }

        if (_isBlank && char.IsWhiteSpace(letter))
        {
            return;
        }

        TakeFence(letter);
        _isRow |= _isBlank && letter == '|' && !_isCode;
        _isBlank = false;
    }

    private void TakeFence(char letter)
    {
        if (_isBlank ? letter is '`' or '~' : letter == _fence)
        {
            _fence = letter;
            _isCode ^= ++_fenceLength == FenceLength;
        }
        else
        {
            _fence = '\0';
        }
    }
}
