using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AzuSena.Errors;
using AzuSena.Memory.Corpus;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Memory.Storage;
using AzuSena.Spanish;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace AzuSena.Memory.Indexing;

/// <summary>The first half of an indexing run: reads new and changed files, several at a time, and stages the results.</summary>
internal sealed class CorpusStaging(PassageStore store, DocumentLoader loader, IProgress<IndexProgress>? progress, ILogger log)
{
    // A change of the analysis or of the splitting makes every stored document stale.
    private static readonly byte[] Pipeline = Encoding.UTF8.GetBytes($"{SpanishAnalyzer.Version}/{Chunker.Version}\n");

    // SQLITE_TOOBIG: the prepared document exceeds the maximum size of a value.
    private const int TooBig = 18;

    private readonly ConcurrentBag<string> _changed = [];
    private readonly ConcurrentBag<SkippedFile> _skipped = [];
    private readonly ConcurrentBag<DocumentNote> _notes = [];
    private readonly Lock _reporting = new();
    private int _passages;
    private int _unchanged;

    /// <summary>The progress of the run.</summary>
    public IndexReport Report { get; } = new();

    /// <summary>The paths of the documents to be published, in order.</summary>
    public IReadOnlyList<string> Changed { get; private set; } = [];

    /// <summary>The paths of the documents whose files were deleted, in order.</summary>
    public IReadOnlyList<string> Gone { get; private set; } = [];

    /// <summary>The files that were not read.</summary>
    public IReadOnlyList<LeftOutFile> LeftOut { get; private set; } = [];

    /// <summary>The state of the store that the files were compared with.</summary>
    public StoreState State { get; private set; }

    /// <summary>Reads the files.</summary>
    public async Task RunAsync(CorpusListing listing, CancellationToken cancellationToken)
    {
        var files = listing.Files;
        var mappings = loader.LoadMappings();
        Dictionary<string, string> held, staged;
        using (var snapshot = store.Read())
        {
            (State, held, staged) = (snapshot.State, snapshot.ContentHashes(), snapshot.StagedHashes());
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, parallel, async (file, token) =>
        {
            var (path, info) = file;
            await TryStageAsync(
                path,
                stop => loader.LoadAsync(path, info, mappings, stop, listing.Questions.GetValueOrDefault(path)),
                held.GetValueOrDefault(path),
                staged.GetValueOrDefault(path),
                token);
            Tell(path, files.Count);
        });

        var problems = mappings.Problems.Select(problem => new SkippedFile($"{CorpusFolder.Mappings}/{problem.File}", Line: null, problem.Reason));
        var unreadable = listing.Unreadable.Select(path => new SkippedFile(path, Line: null, ErrorCodeNames.Text("FolderUnreadable")));
        foreach (var skipped in problems.Concat(_skipped.Concat(unreadable).OrderBy(skipped => skipped.Path, StringComparer.Ordinal)))
        {
            Report.Skipped.Add(skipped);
        }

        foreach (var note in _notes.Concat(listing.QuestionsWithoutDocument).Concat(listing.PassedOver).OrderBy(note => note.Path, StringComparer.Ordinal)
            .ThenBy(note => note.Line))
        {
            Report.Notes.Add(note);
        }

        LeftOut =
        [
            .. Report.Skipped.Select(file => new LeftOutFile(file.Path, file.Line, Rule: null, file.Reason, Failed: true)),
            .. listing.PassedOver.Select(note => new LeftOutFile(note.Path, Line: null, note.Rule, note.Text, Failed: false)),
        ];
        Report.Unchanged = _unchanged;
        Changed = [.. _changed.Order(StringComparer.Ordinal)];
        Gone = [.. held
            .Where(document => document.Value != StoreWriter.PutByHand && !listing.MayHold(document.Key))
            .Select(document => document.Key)
            .Order(StringComparer.Ordinal)];
    }

    // The stored content of a file that has become unreadable is kept until the file is fixed or removed.
    private async Task TryStageAsync(
        string path,
        Func<CancellationToken, Task<DocumentSource>> load,
        string? heldHash,
        string? stagedHash,
        CancellationToken cancellationToken)
    {
        try
        {
            await StageAsync(path, load, heldHash, stagedHash, cancellationToken);
        }
        catch (DocumentException exception)
        {
            Skip(new SkippedFile(path, exception.Line, exception.Message), exception);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == TooBig)
        {
            Skip(new SkippedFile(path, Line: null, ErrorCodeNames.Text("DocumentExpands", SizeLimits.InMillions(SizeLimits.Characters))), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Skip(new SkippedFile(path, Line: null, ErrorCodeNames.Text("DocumentUnreadable")), exception);
        }
    }

    private async Task StageAsync(
        string path, Func<CancellationToken, Task<DocumentSource>> load, string? heldHash, string? stagedHash, CancellationToken cancellationToken)
    {
        var source = await load(cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. Pipeline, .. DocumentFormats.VersionFor(source), .. source.Content]));
        if (hash == heldHash)
        {
            Interlocked.Increment(ref _unchanged);
            return;
        }

        // An earlier run may have read it and stopped before publishing it.
        if (hash != stagedHash)
        {
            var (prepared, notes) = await loader.ReadAsync(
                source,
                (document, token) => (PreparedDocument.Of(document, hash, token), document.Notes),
                cancellationToken);
            store.Stage(prepared);
            notes.ToList().ForEach(_notes.Add);
            Interlocked.Add(ref _passages, prepared.Passages.Count);
        }

        _changed.Add(path);
    }

    private void Skip(SkippedFile file, Exception exception)
    {
        _skipped.Add(file);
        Log.FileSkipped(log, exception, file.Path, file.Line, file.Reason);
    }

    private void Tell(string path, int total)
    {
        lock (_reporting)
        {
            Report.Seen++;
            progress?.Report(new IndexProgress(IndexStage.Reading, Report.Seen, total, path, _passages));
        }
    }
}
