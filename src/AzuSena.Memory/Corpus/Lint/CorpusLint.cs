using AzuSena.Memory.Corpus.Formats;
using AzuSena.Settings;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Corpus.Lint;

/// <summary>
/// Finds corpus problems that cause bad answers: each check is a method of <see cref="DocumentChecks"/>, <see cref="RuleChecks"/> or
/// <see cref="DuplicateChecks"/>.
/// </summary>
public sealed class CorpusLint(DocumentLoader loader, IOptions<CorpusOptions> options, TimeProvider time)
{
    /// <summary>Reads the whole corpus and returns the findings, the most severe first.</summary>
    /// <exception cref="Errors.AzuSenaException">There is no corpus.</exception>
    public async Task<List<LintFinding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<LintFinding>();
        var documents = new List<CorpusDocument>();
        var mappings = loader.LoadMappings();
        findings.AddRange(mappings.Problems.Select(problem =>
            new LintFinding(LintSeverity.Error, "unreadable", $"{CorpusFolder.Mappings}/{problem.File}", null, problem.Reason)));
        var listing = CorpusFolder.Look(options.Value.CorpusDirectory);
        findings.AddRange(listing.Unreadable.Select(path =>
            new LintFinding(LintSeverity.Error, "unreadable", path, null, Errors.ErrorCodeNames.Text("FolderUnreadable"))));
        findings.AddRange(listing.QuestionsWithoutDocument.Concat(listing.PassedOver).Select(Finding));
        foreach (var (path, file) in listing.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ReadAsync(
                path, stop => loader.LoadAsync(path, file, mappings, stop, listing.Questions.GetValueOrDefault(path)), documents, findings, cancellationToken);
        }

        var today = time.ColombianToday();
        findings.AddRange(documents.SelectMany(document => DocumentChecks.All(document, today)));
        findings.AddRange(RuleChecks.All(documents));
        findings.AddRange(DuplicateChecks.All(documents.SelectMany(Chunker.Cut).ToList(), cancellationToken));
        return [.. findings
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
            .ThenBy(finding => finding.Path, StringComparer.Ordinal)];
    }

    private async Task ReadAsync(
        string path,
        Func<CancellationToken, Task<DocumentSource>> load,
        List<CorpusDocument> documents,
        List<LintFinding> findings,
        CancellationToken cancellationToken)
    {
        try
        {
            var document = await loader.ReadAsync(await load(cancellationToken), cancellationToken);
            documents.Add(document);
            findings.AddRange(document.Notes.Select(Finding));
        }
        catch (DocumentException exception)
        {
            findings.Add(new LintFinding(
                LintSeverity.Error,
                "unreadable",
                path,
                exception.Line is { } line ? LintTexts.Get("Line", line) : null,
                exception.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(new LintFinding(LintSeverity.Error, "unreadable", path, null, Errors.ErrorCodeNames.Text("DocumentUnreadable")));
        }
    }

    private static LintFinding Finding(DocumentNote note) => new(
        note.IsOfQuestions || note.Rule is not (null or PassedOver.LockFile) ? LintSeverity.Warning : LintSeverity.Info,
        note.Rule ?? (note.IsOfQuestions ? "questions" : "front_matter"),
        note.Path,
        note.Line == 0 ? null : LintTexts.Get("Line", note.Line),
        note.Text);
}
