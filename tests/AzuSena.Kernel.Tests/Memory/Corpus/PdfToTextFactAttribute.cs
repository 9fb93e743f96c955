using AzuSena.Testing;

namespace AzuSena.Tests.Memory.Corpus;

/// <summary>A test over official PDFs beside what <c>pdftotext</c> reads of them; skipped, and said so, where one of the two is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PdfToTextFactAttribute : FactAttribute
{
    public PdfToTextFactAttribute() => Skip =
        Repository.SharedData("real-docs/co-codigo-penal.pdf") is null ? "The data is not on this machine: real-docs"
        : Folders().Any(folder => File.Exists(Path.Combine(folder, "pdftotext"))) ? null
        : "pdftotext is not installed";

    private static string[] Folders() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
}
