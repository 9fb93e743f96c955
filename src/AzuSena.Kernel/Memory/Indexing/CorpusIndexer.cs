using System.Security.Cryptography;
using System.Text;
using AzuSena.Corpus;
using AzuSena.Corpus.Formats;
using AzuSena.Corpus.Tables;
using AzuSena.Errors;
using AzuSena.Language;
using AzuSena.Memory.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Indexing;

/// <summary>
/// Brings the store in line with the corpus folder. Unchanged files (by content hash) cost a read; the rest is one transaction, so
/// whoever asks meanwhile is answered from the state before, and a run that is cancelled or dies leaves nothing behind.
/// </summary>
public sealed class CorpusIndexer(PassageStore store, DocumentLoader loader, IOptions<MemoryOptions> options, ILogger<CorpusIndexer> log)
{
    // A change of analysis or of cut makes every stored document stale.
    private static readonly byte[] Pipeline = Encoding.UTF8.GetBytes($"{SpanishAnalyzer.Version}/{Chunker.Version}\n");

    /// <summary>Runs once over the folder.</summary>
    /// <param name="progress">Told after each file.</param>
    /// <param name="cancellationToken">Ends the run; the store stays as it was.</param>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.CorpusUnavailable"/> or <see cref="ErrorCode.StoreUnavailable"/>; the store stays as it was.</exception>
    public async Task<IndexReport> RunAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var files = CorpusFolder.List(options.Value.CorpusDirectory);
        var mappings = loader.LoadMappings();
        using var writer = store.Write();
        var held = writer.ContentHashes();
        var report = new IndexReport();
        foreach (var (file, reason) in mappings.Problems)
        {
            report.Skipped.Add(new SkippedFile($"{CorpusFolder.Mappings}/{file}", Line: null, reason));
        }

        foreach (var (path, file) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await IndexAsync(path, file, mappings, held.GetValueOrDefault(path), writer, report, cancellationToken);
            }
            catch (DocumentException exception)
            {
                Skip(new SkippedFile(path, exception.Line, exception.Message), exception, report);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Skip(new SkippedFile(path, Line: null, ErrorCodeNames.Text("DocumentUnreadable")), exception, report);
            }

            report.Seen++;
            progress?.Report(new IndexProgress(report.Seen, files.Count, path));
        }

        foreach (var path in held.Keys.Where(path => !files.ContainsKey(path)))
        {
            writer.Remove(path);
            report.Removed++;
        }

        writer.Commit();
        return report;
    }

    private async Task IndexAsync(
        string path, FileInfo file, TableMappings mappings, string? heldHash, StoreWriter writer, IndexReport report, CancellationToken cancellationToken)
    {
        var source = await loader.LoadAsync(path, file, mappings, cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. Pipeline, .. DocumentFormats.VersionFor(source), .. source.Content]));
        if (string.Equals(hash, heldHash, StringComparison.Ordinal))
        {
            report.Unchanged++;
            return;
        }

        var document = await loader.ReadAsync(source, cancellationToken);
        var passages = Chunker.Cut(document);
        writer.Put(document.Info, hash, passages);
        report.Indexed++;
        report.Passages += passages.Count;
    }

    // What the store holds of a file that has become unreadable stays until the file is mended or removed.
    private void Skip(SkippedFile file, Exception exception, IndexReport report)
    {
        report.Skipped.Add(file);
        Log.FileSkipped(log, exception, file.Path, file.Line, file.Reason);
    }
}
