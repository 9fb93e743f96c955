using AzuSena.Answers;

namespace AzuSena.Cli.Commands;

/// <summary>
/// Prints the events before the answer's text on standard error: waiting, loading, thinking, tools. The model's thoughts are set off, so that they are not
/// taken for the answer.
/// </summary>
internal sealed class AskProgress(TextWriter error)
{
    private bool _isThinking;

    /// <summary>Prints an event.</summary>
    public void Tell(AnswerEvent @event)
    {
        if (@event is ReasoningToken thought)
        {
            error.Write(_isThinking ? thought.Text : $"(Pensando) {thought.Text}");
            _isThinking = true;
            return;
        }

        Finish();
        if (LineOf(@event) is { } line)
        {
            error.WriteLine(line);
        }
    }

    /// <summary>Ends the line of thoughts, if one is open.</summary>
    public void Finish()
    {
        if (_isThinking)
        {
            error.WriteLine("\n");
            _isThinking = false;
        }
    }

    private static string? LineOf(AnswerEvent @event) => @event switch
    {
        QueuePosition queue => $"En espera del modelo: puesto {queue.Position}.",
        ModelLoading loading => $"Cargando el modelo {loading.Model}; la primera vez tarda.",
        ToolCalled tool => $"Consultando {tool.Name}…",
        ModeChanged => "El modelo no respondió; estas son frases de los documentos.",
        QuestionRewritten rewritten => $"Entendí: {rewritten.Question}",
        _ => null,
    };
}
