using AzuSena.Processes;
using AzuSena.Testing;

namespace AzuSena.Tests.Memory.Corpus;

/// <summary>A test over official PDFs beside what <c>pdftotext</c> reads of them; skipped, and said so, where one of the two is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PdfToTextFactAttribute : FactAttribute
{
    public PdfToTextFactAttribute() => Skip =
        Repository.SharedData("real-docs/co-codigo-penal.pdf") is null ? "The data is not on this machine: real-docs"
        : ProgramPath.Holds("pdftotext") ? null
        : "pdftotext is not installed";
}
