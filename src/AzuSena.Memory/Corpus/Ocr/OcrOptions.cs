using System.ComponentModel.DataAnnotations;

namespace AzuSena.Memory.Corpus.Ocr;

/// <summary>Whether pages that are pictures are recognised.</summary>
public sealed class OcrOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Corpus";

    /// <summary><c>auto</c>: if Tesseract is installed; <c>off</c>: never.</summary>
    /// <value>The default is <c>auto</c>.</value>
    [AllowedValues("auto", "off", ErrorMessage = "Corpus__Ocr debe ser auto u off.")]
    public string Ocr { get; set; } = "auto";
}
