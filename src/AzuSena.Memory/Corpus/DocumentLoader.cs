using System.Collections.Concurrent;
using System.Security.Cryptography;
using AzuSena.Errors;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Memory.Corpus.Ocr;
using AzuSena.Memory.Corpus.Tables;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Corpus;

/// <summary>Reads corpus files within limits of size, time, stack and location, so that no file can stop or exhaust an indexing run.</summary>
/// <remarks>
/// Reading, splitting and analysing observe the token that is cancelled at the time limit. .NET cannot abort a thread, so a third-party parser that is stuck
/// continues in the background and uses one processor until it returns: the run does not wait for it, and the same content is not started again meanwhile.
/// </remarks>
public sealed class DocumentLoader(IOptions<CorpusOptions> options, TimeProvider time, OcrSource? ocr = null)
{
    // Some parsers are recursive; a dedicated thread with a large stack cannot overflow at the depths that the formats permit.
    private const int StackBytes = 256 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, Task> _stuck = new(StringComparer.Ordinal);

    /// <summary>The table mappings: those of the corpus, then the built-in ones.</summary>
    public TableMappings LoadMappings() =>
        TableMappings.Load(Path.Combine(options.Value.CorpusDirectory, CorpusFolder.Mappings), options.Value.MappingsDirectory);

    /// <summary>Loads a file and the questions beside it.</summary>
    /// <exception cref="DocumentException">The file is too large, too slow, or a link that leads out of the corpus.</exception>
    public async Task<DocumentSource> LoadAsync(
        string path, FileInfo file, TableMappings mappings, CancellationToken cancellationToken, FileInfo? questions = null)
    {
        var target = Resolve(file);

        // Pipes and devices have no size, and opening one may block indefinitely.
        if (target.Length == 0)
        {
            throw new DocumentException(1, "DocumentEmpty");
        }

        if (DocumentFormats.Of(path) is { } format && target.Length > format.MaxBytes)
        {
            throw new DocumentException("DocumentTooLarge", SizeLimits.InMegabytes(format.MaxBytes));
        }

        var content = await LimitAsync(token => Task.Run(() => File.ReadAllBytesAsync(target.FullName, token), token), cancellationToken);
        return new DocumentSource(path, content, mappings)
        {
            Ocr = ocr?.Current,
            Questions = questions is null ? null : await LoadQuestionsAsync(path + QuestionsFile.Ending, questions, cancellationToken),
        };
    }

    // A document is read even if its questions cannot be.
    private async Task<QuestionsFile> LoadQuestionsAsync(string path, FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            var target = Resolve(file);
            return target.Length > QuestionsFile.MaxBytes
                ? QuestionsFile.Unread(path, ErrorCodeNames.Text("QuestionsFileTooLarge", QuestionsFile.MaxBytes / 1024))
                : new QuestionsFile(path, await LimitAsync(token => Task.Run(() => File.ReadAllBytesAsync(target.FullName, token), token), cancellationToken));
        }
        catch (Exception exception) when (exception is DocumentException or IOException or UnauthorizedAccessException)
        {
            return QuestionsFile.Unread(path, ErrorCodeNames.Text("QuestionsFileUnreadable"));
        }
    }

    /// <summary>Reads a loaded file.</summary>
    /// <exception cref="DocumentException">The file cannot be read, holds no text, or takes too long.</exception>
    public Task<CorpusDocument> ReadAsync(DocumentSource source, CancellationToken cancellationToken) =>
        ReadAsync(source, (document, _) => document, cancellationToken);

    /// <summary>
    /// Reads a loaded file and passes the document to <paramref name="make"/>. Any exception of either is reported as a failure of the document.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="make">Processes the document; must observe its token.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="DocumentException">The file cannot be read, holds no text, or takes too long.</exception>
    public async Task<T> ReadAsync<T>(DocumentSource source, Func<CorpusDocument, CancellationToken, T> make, CancellationToken cancellationToken)
    {
        // Content that a parser is stuck in is not started a second time.
        var content = Convert.ToHexStringLower(SHA256.HashData(source.Content));
        if (_stuck.ContainsKey(content))
        {
            throw new DocumentException("DocumentTooSlow", options.Value.FileTimeoutSeconds);
        }

        Task<T>? work = null;
        try
        {
            return await LimitAsync(
                (token, more) => work = OnOwnThread(() => make(DocumentReader.Read(source with { CancellationToken = token, MoreTime = more }), token)),
                cancellationToken);
        }
        catch (Exception exception) when (exception is not (DocumentException or OperationCanceledException))
        {
            throw new DocumentException("DocumentDamaged", exception);
        }
        finally
        {
            if (work is { IsCompleted: false })
            {
                _stuck[content] = work;
                _ = work.ContinueWith(
                    _ => _stuck.TryRemove(content, out Task? _),
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
            }
        }
    }

    private FileInfo Resolve(FileInfo file)
    {
        if (file.ResolveLinkTarget(returnFinalTarget: true) is not { } target)
        {
            return file;
        }

        return target is FileInfo { Exists: true } real && Roots().Any(root => real.FullName.StartsWith(root, StringComparison.Ordinal))
            ? real
            : throw new DocumentException("DocumentOutside");
    }

    // The corpus folder may itself be a link.
    private IEnumerable<string> Roots()
    {
        var folder = new DirectoryInfo(Path.GetFullPath(options.Value.CorpusDirectory));
        return new[] { folder.FullName, folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName }
            .OfType<string>()
            .Select(root => Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar);
    }

    private Task<T> LimitAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        LimitAsync((token, _) => work(token), cancellationToken);

    // A page that is recognised starts the time of the file anew, with its own in addition.
    private async Task<T> LimitAsync<T>(Func<CancellationToken, Action<TimeSpan>, Task<T>> work, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(options.Value.FileTimeoutSeconds);
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await work(either.Token, more => timeout.CancelAfter(limit + more)).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DocumentException("DocumentTooSlow", options.Value.FileTimeoutSeconds);
        }
    }

    private static Task<T> OnOwnThread<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(work, result), StackBytes) { IsBackground = true, Name = "document" };
        thread.Start();
        return result.Task;
    }

    private static void Run<T>(Func<T> work, TaskCompletionSource<T> result)
    {
        try
        {
            result.SetResult(work());
        }
        catch (OperationCanceledException exception)
        {
            result.SetCanceled(exception.CancellationToken);
        }
        catch (Exception exception)
        {
            result.SetException(exception);
        }
    }
}
