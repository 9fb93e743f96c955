using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace AzuSena.Evaluation.Reports;

/// <summary>Text as HTML shows it: nothing in it is a mark. Passages and questions may be hostile.</summary>
internal static class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(string text) => Encoder.Encode(text);
}
