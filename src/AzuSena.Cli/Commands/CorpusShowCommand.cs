using System.CommandLine;
using System.Net;
using System.Text;
using AzuSena.Errors;
using AzuSena.Evaluation;
using AzuSena.Memory.Corpus;
using AzuSena.Passages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena corpus show</c>: prints the passages of a document as they are read, so that an operator sees what the machine sees.</summary>
internal static class CorpusShowCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("archivo") { Description = "El documento, dentro de la carpeta de documentos o en cualquier otra." };
        var html = new Option<bool>("--html") { Description = "Escribe una página web con los pasajes junto al documento." };
        var command = new Command("show", "Muestra los pasajes de un documento tal como se leyeron, con su lugar.") { file, html };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            return await RunAsync(product, parse.GetValue(file)!, parse.GetValue(html), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider product, string file, bool asHtml, CancellationToken cancellationToken)
    {
        var folder = product.GetRequiredService<IOptions<CorpusOptions>>().Value.CorpusDirectory;
        var found = new FileInfo(Path.Combine(folder, file)) is { Exists: true } inside ? inside : new FileInfo(file);
        if (!found.Exists)
        {
            Console.Error.WriteLine(ErrorCodeNames.Text("DocumentUnreadable"));
            return Terminal.Failure;
        }

        var loader = product.GetRequiredService<DocumentLoader>();
        try
        {
            var path = Path.GetRelativePath(folder, found.FullName).Replace(Path.DirectorySeparatorChar, '/');
            var source = await loader.LoadAsync(path, found, loader.LoadMappings(), cancellationToken);
            var document = await loader.ReadAsync(source, cancellationToken);
            var passages = Chunker.Cut(document, cancellationToken);
            foreach (var note in document.Notes)
            {
                Console.Error.WriteLine($"Nota: {note.Text}");
            }

            Console.WriteLine(asHtml ? Page(document, passages, found) : Plain(document, passages));
            return Terminal.Success;
        }
        catch (DocumentException exception)
        {
            Console.Error.WriteLine($"{found.Name}: {exception.Message}");
            return Terminal.Failure;
        }
    }

    private static string Plain(CorpusDocument document, List<Passage> passages)
    {
        var text = new StringBuilder();
        text.Append(document.Info.Title).Append(" (").Append(document.Info.Path).AppendLine(")");
        foreach (var passage in passages)
        {
            text.AppendLine().Append("── ").Append(passage.Position + 1).Append(". ").AppendLine(Place(passage)).AppendLine(passage.Text);
        }

        return text.ToString();
    }

    private static string Place(Passage passage) =>
        string.Join(" · ", new[] { string.Join(" > ", passage.HeadingPath), passage.Locator?.Text ?? "" }.Where(part => part.Length > 0));

    private static string Page(CorpusDocument document, List<Passage> passages, FileInfo file)
    {
        var text = new StringBuilder();
        text.Append("<!doctype html><html lang=\"es\"><meta charset=\"utf-8\"><title>").Append(Escaped(document.Info.Title)).Append("</title>")
            .Append("<style>body{display:flex;margin:0;font:15px/1.5 sans-serif}main,iframe{width:50vw;height:100vh;overflow:auto;border:0}")
            .Append("section{padding:.5em 1em;border-bottom:1px solid #ccc;white-space:pre-wrap}h2{font-size:.9em;color:#555}</style><main><h1>")
            .Append(Escaped(document.Info.Title)).Append("</h1>");
        foreach (var passage in passages)
        {
            var anchor = passage.Locator?.Page is { } page ? $"#page={page}" : "";
            text.Append("<section><h2><a target=\"pagina\" href=\"").Append(Escaped(new Uri(file.FullName).AbsoluteUri + anchor)).Append("\">")
                .Append(passage.Position + 1).Append(". ").Append(Escaped(Place(passage))).Append("</a></h2>").Append(Escaped(passage.Text))
                    .Append("</section>");
        }

        return text.Append("</main><iframe name=\"pagina\" src=\"").Append(Escaped(new Uri(file.FullName).AbsoluteUri))
            .Append("\"></iframe></html>").ToString();
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
