using System.Text;

namespace AzuSena.Whisper.Tokens;

/// <summary>A model's tokens: ids, bytes, and special tokens.</summary>
internal sealed class TokenVocabulary
{
    private readonly byte[]?[] _bytes;
    private readonly Dictionary<string, int> _special;
    private readonly BytePairs _pairs;

    /// <param name="pieces">Id of each piece of text, in the characters of <see cref="ByteAlphabet"/>.</param>
    /// <param name="special">Id of each special token, such as <c>&lt;|es|&gt;</c>.</param>
    /// <param name="merges">Pairs of pieces to merge, the most frequent first.</param>
    public TokenVocabulary(IReadOnlyDictionary<string, int> pieces, Dictionary<string, int> special, IReadOnlyList<(string Left, string Right)> merges)
    {
        _special = special;
        _bytes = new byte[]?[pieces.Values.Concat(special.Values).DefaultIfEmpty(-1).Max() + 1];
        foreach (var (piece, id) in pieces)
        {
            if (!special.ContainsKey(piece))
            {
                _bytes[id] = ByteAlphabet.ToBytes(piece) ?? Encoding.UTF8.GetBytes(piece);
            }
        }

        _pairs = new BytePairs(pieces, merges);
        EndOfText = Require("<|endoftext|>");
        StartOfTranscript = Require("<|startoftranscript|>");
        Transcribe = Require("<|transcribe|>");
        StartOfPrevious = Require("<|startofprev|>");
        NoTimestamps = Require("<|notimestamps|>");
        NoSpeech = Find("<|nospeech|>") ?? Find("<|nocaptions|>") ?? NoTimestamps - 1;
        FirstTimestamp = NoTimestamps + 1;
        Languages = Enumerable.Range(StartOfTranscript + 1, Math.Max(0, Require("<|translate|>") - StartOfTranscript - 1))
            .Join(special, id => id, pair => pair.Value, (id, pair) => (id, Code: pair.Key.Trim('<', '>', '|')))
            .ToDictionary(pair => pair.Code, pair => pair.id);
    }

    /// <summary>Ends a text.</summary>
    public int EndOfText { get; }

    /// <summary>Begins a transcription.</summary>
    public int StartOfTranscript { get; }

    /// <summary>Requests the text in the spoken language.</summary>
    public int Transcribe { get; }

    /// <summary>Begins the previous text.</summary>
    public int StartOfPrevious { get; }

    /// <summary>Requests a text without timestamps.</summary>
    public int NoTimestamps { get; }

    /// <summary>Marks a recording without speech.</summary>
    public int NoSpeech { get; }

    /// <summary>The time 0; each later token adds 0.02 s.</summary>
    public int FirstTimestamp { get; }

    /// <summary>Token of each language, by its code such as <c>es</c>.</summary>
    public IReadOnlyDictionary<string, int> Languages { get; }

    /// <summary>The text of tokens, without special ones.</summary>
    public string Decode(IEnumerable<int> tokens)
    {
        var text = new TokenText();
        var result = new StringBuilder();
        foreach (var token in tokens)
        {
            result.Append(text.Add(BytesOf(token)));
        }

        return result.Append(text.Finish()).ToString();
    }

    /// <summary>The bytes of a token; none if it is a special one.</summary>
    public ReadOnlySpan<byte> BytesOf(int token) => token >= 0 && token < _bytes.Length ? _bytes[token] : [];

    /// <summary>The tokens of a text.</summary>
    public IReadOnlyList<int> Encode(string text) => _pairs.Encode(text);

    private int? Find(string name) => _special.TryGetValue(name, out var id) ? id : null;

    private int Require(string name) => Find(name) ?? throw new WhisperException($"The tokenizer has no {name}: this is no multilingual Whisper model.");
}
