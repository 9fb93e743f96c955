using System.Text.Json.Nodes;

namespace AzuSena.Testing.Models;

/// <summary>What a double of a model server does for one request: steps, one after the other. Unless it breaks off, the reply ends properly.</summary>
public sealed class ModelScript
{
    private readonly List<IEnumerable<ModelStep>> _steps = [];

    /// <summary>The steps, in order; made as they are played, so that a script may be long.</summary>
    public IEnumerable<ModelStep> Steps => _steps.SelectMany(steps => steps);

    /// <summary>Whether the reply ends as the protocol says, after the last step.</summary>
    public bool EndsProperly { get; private set; } = true;

    /// <summary>Why the reply ends, in Ollama's words.</summary>
    public string DoneReason { get; private set; } = "stop";

    /// <summary>Whether it goes on sending to a client that has gone.</summary>
    public bool IgnoresTheClient { get; private set; }

    /// <summary>The lengths of the packets that the reply is cut into, over and over; null to send each line whole.</summary>
    public IReadOnlyList<int>? PacketLengths { get; private set; }

    /// <summary>A refusal instead of a reply: its status and, unless <see cref="Steps"/> hold the raw body, its text.</summary>
    public (int Status, string Text)? Refusal { get; private set; }

    /// <summary>A reply of these tokens.</summary>
    public static ModelScript Of(params IEnumerable<string> tokens) => new ModelScript().Text(tokens);

    /// <summary>An HTTP error in the server's own form.</summary>
    public static ModelScript Refuse(int status, string text) => new() { Refusal = (status, text) };

    public ModelScript Text(params IEnumerable<string> tokens) => Add(tokens.Select(token => new ModelStep.Token(token)));

    public ModelScript Think(params IEnumerable<string> tokens) => Add(tokens.Select(token => new ModelStep.Thought(token)));

    /// <summary>Calls a tool; the arguments are an anonymous object's properties.</summary>
    public ModelScript Call(string tool, JsonObject arguments) => Add([new ModelStep.ToolCall(tool, arguments)]);

    /// <summary>Waits until the test says so; for ever, where it never does.</summary>
    public ModelScript Wait(Task until) => Wait(() => until);

    /// <summary>Waits for what begins when the reply comes to this step.</summary>
    public ModelScript Wait(Func<Task> until) => Add([new ModelStep.Wait(until)]);

    /// <summary>Sends nothing more, for as long as the client stays.</summary>
    public ModelScript Stall() => Wait(new TaskCompletionSource().Task);

    /// <summary>Sends bytes as they are.</summary>
    public ModelScript Raw(string text) => Add([new ModelStep.Raw(text)]);

    /// <summary>Sends the protocol's word for an error in mid-stream.</summary>
    public ModelScript Fail(string error)
    {
        EndsProperly = false;
        return Add([new ModelStep.Failure(error)]);
    }

    /// <summary>Ends the stream here, without the protocol's end.</summary>
    public ModelScript End()
    {
        EndsProperly = false;
        return this;
    }

    /// <summary>Drops the connection here.</summary>
    public ModelScript Die()
    {
        EndsProperly = false;
        return Add([new ModelStep.Die()]);
    }

    public ModelScript Because(string doneReason)
    {
        DoneReason = doneReason;
        return this;
    }

    public ModelScript Cut(params IReadOnlyList<int> packetLengths)
    {
        PacketLengths = packetLengths;
        return this;
    }

    /// <summary>Goes on with the steps of another, and ends as it does.</summary>
    public ModelScript Then(ModelScript other)
    {
        EndsProperly = other.EndsProperly;
        DoneReason = other.DoneReason;
        return Add(other.Steps);
    }

    public ModelScript WhoeverLeaves()
    {
        IgnoresTheClient = true;
        return this;
    }

    private ModelScript Add(IEnumerable<ModelStep> steps)
    {
        _steps.Add(steps);
        return this;
    }
}

/// <summary>A step of a <see cref="ModelScript"/>.</summary>
public abstract record ModelStep
{
    public sealed record Token(string Text) : ModelStep;

    public sealed record Thought(string Text) : ModelStep;

    public sealed record ToolCall(string Tool, JsonObject Arguments) : ModelStep;

    public sealed record Wait(Func<Task> Until) : ModelStep;

    public sealed record Raw(string Text) : ModelStep;

    public sealed record Failure(string Text) : ModelStep;

    public sealed record Die : ModelStep;
}
