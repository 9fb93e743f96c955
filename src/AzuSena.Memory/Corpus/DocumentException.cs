using AzuSena.Errors;

namespace AzuSena.Memory.Corpus;

/// <summary>A document cannot be read. The rest of the corpus is processed without it.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>An error on a line of the file.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="reason">Name of the Spanish text in <c>ErrorMessages.resx</c>.</param>
    /// <param name="arguments">The format arguments of the text.</param>
    public DocumentException(int line, string reason, params object[] arguments)
        : base(ErrorCodeNames.Text(reason, arguments)) => Line = line;

    /// <summary>An error on a line of the file, with the exception behind it.</summary>
    public DocumentException(int line, string reason, Exception cause)
        : base(ErrorCodeNames.Text(reason), cause) => Line = line;

    /// <summary>An error of the whole file, in a format without lines.</summary>
    public DocumentException(string reason, params object[] arguments)
        : base(ErrorCodeNames.Text(reason, arguments))
    {
    }

    /// <summary>An error of the whole file, with the exception behind it.</summary>
    public DocumentException(string reason, Exception cause)
        : base(ErrorCodeNames.Text(reason), cause)
    {
    }

    /// <summary>The line of the file, from 1; null if the format has no lines.</summary>
    public int? Line { get; }
}
