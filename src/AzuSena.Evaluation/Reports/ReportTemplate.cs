using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;

namespace AzuSena.Evaluation.Reports;

/// <summary>
/// The page of <c>report.liquid</c>. Every value is encoded, so that no part of a passage or a question, which may be hostile, is interpreted as markup.
/// </summary>
internal static class ReportTemplate
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly IFluidTemplate Template = new FluidParser().Parse(Read("report.liquid"));

    // It receives only the records of this folder, which are made for it.
    private static readonly TemplateOptions Options = new()
    {
        MemberAccessStrategy = new UnsafeMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.SnakeCase },
    };

    /// <summary>The style sheet, which is embedded so that the page needs no other file.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>The page as HTML.</summary>
    public static string Render(ReportPage page) => Template.Render(new TemplateContext(page, Options), Encoder);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ReportTemplate).Assembly.GetManifestResourceStream($"AzuSena.Evaluation.Reports.{name}")!);
        return reader.ReadToEnd();
    }
}
