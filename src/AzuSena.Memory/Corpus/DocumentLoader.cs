using System.Collections.Concurrent;
using System.Security.Cryptography;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Memory.Corpus.Tables;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Corpus;

/// <summary>Reads files of the corpus within bounds of size, time, stack and place, so that no file can stop or exhaust an indexing run.</summary>
/// <remarks>
/// Reading, cutting and analysing look at the token that ends with the time limit. .NET cannot end a thread, so a parser of others that is stuck goes on in
/// the background, at the expense of one processor, until it ends by itself: the run does not wait for it, and the same content is not begun again meanwhile.
/// </remarks>
public sealed class DocumentLoader(IOptions<CorpusOptions> options, TimeProvider time)
{
    // Some parsers descend by recursion; a thread of their own with room to spare cannot overflow at the depths that formats let through.
    private const int StackBytes = 256 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, Task> _stuck = new(StringComparer.Ordinal);

    /// <summary>The mappings of tables: the corpus's own, then those that the product ships with.</summary>
    public TableMappings LoadMappings() => TableMappings.Load(Path.Combine(options.Value.CorpusDirectory, CorpusFolder.Mappings), options.Value.MappingsDirectory);

    /// <summary>Loads a file.</summary>
    /// <exception cref="DocumentException">It is too large, too slow, or a link that leads out of the corpus.</exception>
    public async Task<DocumentSource> LoadAsync(string path, FileInfo file, TableMappings mappings, CancellationToken cancellationToken)
    {
        var target = Resolve(file);

        // Neither a pipe nor a device has a size, and opening one may wait without end.
        if (target.Length == 0)
        {
            throw new DocumentException(1, "DocumentEmpty");
        }

        if (DocumentFormats.Of(path) is { } format && target.Length > format.MaxBytes)
        {
            throw new DocumentException("DocumentTooLarge", SizeLimits.InMegabytes(format.MaxBytes));
        }

        var content = await LimitAsync(token => Task.Run(() => File.ReadAllBytesAsync(target.FullName, token), token), cancellationToken);
        return new DocumentSource(path, content, mappings);
    }

    /// <summary>Reads a loaded file.</summary>
    /// <exception cref="DocumentException">It cannot be read, holds no text, or takes too long.</exception>
    public Task<CorpusDocument> ReadAsync(DocumentSource source, CancellationToken cancellationToken) => ReadAsync(source, (document, _) => document, cancellationToken);

    /// <summary>Reads a loaded file and makes something of it. Whatever either throws is the document's own failure.</summary>
    /// <param name="source">The file.</param>
    /// <param name="make">What is made of the document; it is to look at its token.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DocumentException">It cannot be read, holds no text, or takes too long.</exception>
    public async Task<T> ReadAsync<T>(DocumentSource source, Func<CorpusDocument, CancellationToken, T> make, CancellationToken cancellationToken)
    {
        // What is stuck in a parser is not begun again beside itself.
        var content = Convert.ToHexStringLower(SHA256.HashData(source.Content));
        if (_stuck.ContainsKey(content))
        {
            throw new DocumentException("DocumentTooSlow", options.Value.FileTimeoutSeconds);
        }

        Task<T>? work = null;
        try
        {
            return await LimitAsync(token => work = OnOwnThread(() => make(DocumentReader.Read(source with { CancellationToken = token }), token)), cancellationToken);
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
                _ = work.ContinueWith(_ => _stuck.TryRemove(content, out Task? _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
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

    private async Task<T> LimitAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(options.Value.FileTimeoutSeconds);
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await work(either.Token).WaitAsync(either.Token);
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
