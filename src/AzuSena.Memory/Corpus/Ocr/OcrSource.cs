using AzuSena.Settings;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Corpus.Ocr;

/// <summary>Gives what recognises pages, if it is installed and wanted.</summary>
public sealed class OcrSource(IOptions<OcrOptions> options, IOptions<DataOptions> data)
{
    private readonly Lazy<PageOcr?> _current = new(() =>
        options.Value.Ocr == "auto" && PageOcr.IsInstalled ? new PageOcr(Path.Combine(data.Value.DataDirectory, "ocr")) : null);

    /// <summary>What recognises pages; null if it is not installed or switched off.</summary>
    public PageOcr? Current => _current.Value;
}
