using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Errors;

namespace AzuSena.Evaluation.Results;

/// <summary>One run over a data set: its settings, and the outcome of each question.</summary>
/// <param name="Data">The data set's name.</param>
/// <param name="Mode">What wrote the answers: <c>extractive</c>, or the server and its model.</param>
/// <param name="Embedder">The provider and model of the vectors; null if only words were searched.</param>
/// <param name="Threshold">The confidence below which questions were declined.</param>
/// <param name="Outcomes">One per question.</param>
/// <param name="NotRun">
/// Ids of the questions that could not be asked because no reply of the model was recorded: no measure counts them, least of all as passed.
/// </param>
/// <param name="Sentences">One per labelled sentence; null if grounding was not measured.</param>
/// <param name="Clips">One per recording; null if voice was not measured.</param>
/// <param name="Unavailable">The requested suites that could not be run, each with the reason, in Spanish.</param>
public sealed record EvaluationRun(
    string Data,
    string Mode,
    string? Embedder,
    double Threshold,
    IReadOnlyList<QuestionOutcome> Outcomes,
    IReadOnlyList<string>? NotRun = null,
    IReadOnlyList<SentenceOutcome>? Sentences = null,
    IReadOnlyList<ClipOutcome>? Clips = null,
    IReadOnlyDictionary<string, string>? Unavailable = null)
{
    /// <summary>All outcomes that measures are computed over.</summary>
    [JsonIgnore]
    public IEnumerable<IMeasured> All => [.. Outcomes, .. Sentences ?? [], .. Clips ?? []];


    /// <summary>A run of suites that ask no questions of the data.</summary>
    public static EvaluationRun Empty(string data) => new(data, "extractive", Embedder: null, Threshold: 0, Outcomes: []);

    /// <summary>The same with the reason why a suite could not be run.</summary>
    public EvaluationRun Without(string suite, string reason) => this with
    {
        Unavailable = new Dictionary<string, string>(Unavailable ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [suite] = reason }
    };

    /// <summary>Reads a file written by <see cref="WriteAsync"/>.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>: the file is not a run.</exception>
    public static EvaluationRun Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<EvaluationRun>(File.ReadAllText(path), EvaluationJson.Lines) is { Outcomes: not null } run
                ? run
                : throw new JsonException();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new AzuSenaException(
                ErrorCode.RequestInvalid, $"«{path}» no es el resultado de una evaluación: lo escribe «azusena eval --json».", exception);
        }
    }

    /// <summary>The run without the details for human readers: small enough to be committed with the code.</summary>
    public EvaluationRun ToBaseline() =>
        this with { Outcomes = [.. Outcomes.Select(outcome => outcome with { Detail = null, Confidence = Math.Round(outcome.Confidence, 4) })] };

    /// <summary>Writes the run as JSON, one line per question, so that a change can be read in a diff.</summary>
    public Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var head = JsonSerializer.Serialize(
            this with { Outcomes = [], Sentences = Sentences is null ? null : [], Clips = Clips is null ? null : [] }, EvaluationJson.Lines);
        var text = With(With(With(head, "outcomes", Outcomes), "sentences", Sentences ?? []), "clips", Clips ?? []);
        return File.WriteAllTextAsync(path, text + "\n", cancellationToken);
    }

    private static string With<T>(string head, string name, IReadOnlyList<T> items) => items.Count == 0 ? head : head.Replace(
        $"\"{name}\":[]",
        $"\"{name}\":[\n{string.Join(",\n", items.Select(item => JsonSerializer.Serialize(item, EvaluationJson.Lines)))}\n]",
        StringComparison.Ordinal);
}
