using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>The decoders of PDF streams, with a limit on the inflated size of all streams of one file: one megabyte of PDF may hold a gigabyte.</summary>
internal sealed class PdfFilters : IFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private long _inflated;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(_inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(_inner.GetAllFilters());

    private List<IFilter> Bound(IEnumerable<IFilter> filters) => [.. filters.Select(filter => filter is FlateFilter ? new BoundedFlate(filter, this) : filter)];

    private void Count(ReadOnlyMemory<byte> input)
    {
        // Skips two bytes of zlib header; the decoder handles data that does not inflate, as it can repair it.
        using var inflated = new CountingStream(
            new DeflateStream(new MemoryStream(input[Math.Min(2, input.Length)..].ToArray(), writable: false), CompressionMode.Decompress),
            size => Check(_inflated + size));
        try
        {
            inflated.CopyTo(Stream.Null);
        }
        catch (InvalidDataException)
        {
            // This pass only counts.
        }

        _inflated += inflated.Count;
    }

    private static void Check(long size)
    {
        if (size > SizeLimits.InflatedPdf)
        {
            throw new DocumentException("ArchiveBomb", SizeLimits.InMegabytes(SizeLimits.InflatedPdf));
        }
    }

    private sealed class BoundedFlate(IFilter inner, PdfFilters filters) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            filters.Count(input);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
