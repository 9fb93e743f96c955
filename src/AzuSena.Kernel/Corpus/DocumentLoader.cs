using AzuSena.Corpus.Formats;
using AzuSena.Corpus.Tables;
using AzuSena.Memory;
using Microsoft.Extensions.Options;

namespace AzuSena.Corpus;

/// <summary>Reads files of the corpus within bounds of size, time, stack and place, so that no file can stop or exhaust an indexing run.</summary>
/// <remarks>
/// .NET cannot end a thread: a parser that is stuck without looking at its cancellation token goes on in the background, at the expense of
/// one processor, until it ends by itself. The run does not wait for it.
/// </remarks>
public sealed class DocumentLoader(IOptions<MemoryOptions> options, TimeProvider time)
{
    // Some parsers descend by recursion; a thread of their own with room to spare cannot overflow at the depths that formats let through.
    private const int StackBytes = 256 * 1024 * 1024;

    /// <summary>The mappings of tables: the corpus's own, then those that the product ships with.</summary>
    public TableMappings LoadMappings() => TableMappings.Load(Path.Combine(options.Value.CorpusDirectory, CorpusFolder.Mappings), options.Value.MappingsDirectory);

    /// <summary>Loads a file.</summary>
    /// <exception cref="DocumentException">It is too large, too slow, or a link that leads out of the corpus.</exception>
    public async Task<DocumentSource> LoadAsync(string path, FileInfo file, TableMappings mappings, CancellationToken cancellationToken)
    {
        var target = Resolve(file);
        if (DocumentFormats.Of(path) is { } format && target.Length > format.MaxBytes)
        {
            throw new DocumentException("DocumentTooLarge", SizeLimits.InMegabytes(format.MaxBytes));
        }

        // Opening a pipe waits for somebody to write into it, so even that is done aside.
        var content = await LimitAsync(token => Task.Run(() => File.ReadAllBytesAsync(target.FullName, token), token), cancellationToken);
        return new DocumentSource(path, content, mappings);
    }

    /// <summary>Reads a loaded file.</summary>
    /// <exception cref="DocumentException">It cannot be read, holds no text, or takes too long.</exception>
    public Task<CorpusDocument> ReadAsync(DocumentSource source, CancellationToken cancellationToken) =>
        LimitAsync(token => OnOwnThread(() => DocumentReader.Read(source with { CancellationToken = token })), cancellationToken);

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
