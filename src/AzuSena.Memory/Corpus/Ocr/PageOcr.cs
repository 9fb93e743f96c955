using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using AzuSena.Processes;

namespace AzuSena.Memory.Corpus.Ocr;

/// <summary>A word that was recognised in the picture of a page, in points from the bottom left.</summary>
/// <param name="Text">The word.</param>
/// <param name="Left">Its left edge.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Baseline">The lower edge of its line.</param>
/// <param name="Size">The height of the words of its page.</param>
internal sealed record OcrWord(string Text, double Left, double Right, double Baseline, double Size);

/// <summary>The words of a page and how sure they are.</summary>
/// <param name="Words">The words, line by line.</param>
/// <param name="Confidence">The mean confidence of the words, 0 to 1.</param>
internal sealed record OcrPage(IReadOnlyList<OcrWord> Words, double Confidence);

/// <summary>
/// Recognises the text of pages that are pictures, with Tesseract: one page at a time, each within a limit of time, and each picture only once.
/// </summary>
/// <param name="cache">The folder that keeps what was recognised, by the hash of the picture.</param>
public sealed class PageOcr(string cache)
{
    // Tesseract is trained for pictures of this resolution.
    private const int Resolution = 300;

    // A larger page is drawn coarser, so that its picture stays within some 60 MB.
    private const int MaxPixels = 8_000;
    private const int MaxOutput = 32 * 1024 * 1024;
    private const string Version = "1";

    /// <summary>How long one page may take.</summary>
    public static TimeSpan PageTimeout { get; } = TimeSpan.FromSeconds(60);

    private static readonly Lazy<bool> Installed = new(() => Answers("tesseract", "--version") && Answers("pdftoppm", "-v"));

    /// <summary>Whether Tesseract and the program that draws pages are installed.</summary>
    public static bool IsInstalled => Installed.Value;

    /// <summary>Recognises a page; null if it holds no text, or takes too long.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="width">Its width in points.</param>
    /// <param name="height">Its height in points.</param>
    /// <param name="cancellationToken">Ends the programs.</param>
    internal OcrPage? Read(string file, int page, double width, double height, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(PageTimeout);
        try
        {
            return ReadAsync(file, page, width, height, timeout.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private async Task<OcrPage?> ReadAsync(string file, int page, double width, double height, CancellationToken cancellationToken)
    {
        var dots = (int)Math.Clamp(Math.Min(Resolution, MaxPixels * 72 / Math.Max(1, Math.Max(width, height))), 30, Resolution);
        var picture = await OutputAsync(
            "pdftoppm", ["-r", $"{dots}", "-gray", "-f", $"{page}", "-l", $"{page}", file], input: null, cancellationToken);
        if (picture.Length == 0)
        {
            return null;
        }

        var kept = Path.Combine(cache, $"{Version}-{Convert.ToHexStringLower(SHA256.HashData(picture))}.tsv");
        if (!File.Exists(kept))
        {
            var table = await OutputAsync("tesseract", ["-", "-", "-l", "spa", "--dpi", $"{dots}", "tsv"], picture, cancellationToken);
            Directory.CreateDirectory(cache);
            var temporary = $"{kept}.{Guid.NewGuid():N}";
            await File.WriteAllBytesAsync(temporary, table, cancellationToken);
            File.Move(temporary, kept, overwrite: true);
        }

        return Parse(await File.ReadAllLinesAsync(kept, cancellationToken), 72.0 / dots, height);
    }

    // Columns of the table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. Level 5 is a word.
    private static OcrPage? Parse(string[] table, double points, double pageHeight)
    {
        var rows = table
            .Select(line => line.Split('\t'))
            .Where(cells => cells is ["5", ..] && cells.Length >= 12 && !string.IsNullOrWhiteSpace(cells[11]))
            .Select(cells => (
                Line: $"{cells[2]}/{cells[3]}/{cells[4]}",
                Left: Number(cells[6]) * points,
                Top: Number(cells[7]) * points,
                Width: Number(cells[8]) * points,
                Height: Number(cells[9]) * points,
                Confidence: Number(cells[10]) / 100,
                Text: cells[11].Trim()))
            .Where(word => word.Confidence > 0.2 && word.Text.Any(char.IsLetterOrDigit))
            .ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var size = rows.Select(word => word.Height).Order().ElementAt(rows.Count / 2) * 1.15;
        var words = rows
            .GroupBy(word => word.Line)
            .SelectMany(line =>
            {
                var bottoms = line.Select(word => word.Top + word.Height).Order().ToList();
                return line.Select(word => new OcrWord(word.Text, word.Left, word.Left + word.Width, pageHeight - bottoms[bottoms.Count / 2], size));
            });
        return new OcrPage([.. words], rows.Average(word => word.Confidence));
    }

    private static double Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static async Task<byte[]> OutputAsync(string program, string[] arguments, byte[]? input, CancellationToken cancellationToken)
    {
        using var process = ChildProcess.Start(program, arguments, new ChildStart
        {
            HasInput = input is not null,
            IsBehind = true,
            Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["OMP_THREAD_LIMIT"] = "1" },
        });
        using var ending = cancellationToken.Register(process.End);
        var output = ReadAsync(process.Output, cancellationToken);
        if (input is not null)
        {
            await process.Input.WriteAsync(input, cancellationToken);
            process.Input.Close();
        }

        var read = await output;
        return await process.WaitAsync(cancellationToken) == 0 ? read : [];
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            await whole.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (whole.Length > 2 * MaxOutput)
            {
                throw new OperationCanceledException("output");
            }
        }

        return whole.ToArray();
    }

    private static bool Answers(string program, string argument)
    {
        try
        {
            using var process = ChildProcess.Start(program, [argument]);
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            return process.WaitAsync(timeout.Token).GetAwaiter().GetResult() == 0;
        }
        catch (Exception exception) when (exception is Win32Exception or OperationCanceledException)
        {
            return false;
        }
    }
}
