using AzuSena.Memory.Corpus.Ocr;

namespace AzuSena.Tests.Memory.Corpus.Ocr;

/// <summary>A test that recognises pages; skipped, and said so, where Tesseract is not installed (<c>./azusena setup</c> installs it).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TesseractFactAttribute : FactAttribute
{
    public TesseractFactAttribute() => Skip = PageOcr.IsInstalled ? null : "Tesseract and poppler are not installed: run ./azusena setup";
}
