using System.Runtime.InteropServices;

namespace AzuSena.Spanish;

/// <summary>An index term and its range in the analysed text.</summary>
/// <param name="Stem">The folded, stemmed form that is indexed and searched.</param>
/// <param name="Word">The folded word before stemming.</param>
/// <param name="Start">Position of the word in the analysed text, in UTF-16 units.</param>
/// <param name="Length">Length of the word in the analysed text, in UTF-16 units.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Term(string Stem, string Word, int Start, int Length);
