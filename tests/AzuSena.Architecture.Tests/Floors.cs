namespace AzuSena.Architecture.Tests;

/// <summary>
/// The projects of the product and the rooms in them, from the ground up: what stands further down the list may take from what stands above it in the list,
/// never the other way round. docs/architecture.md draws them, docs/decisions/0025-floors.md says why they are these.
/// </summary>
internal static class Floors
{
    /// <summary>A room is a namespace with all that lies below it; the list of each project is in the order in which its rooms stand on one another.</summary>
    public static readonly (string Project, string[] Rooms)[] All =
    [
        ("AzuSena.Spanish", ["AzuSena.Spanish"]),
        ("AzuSena.Faiss", ["AzuSena.Faiss"]),
        ("AzuSena.Whisper", ["AzuSena.Onnx", "AzuSena.Whisper"]),
        ("AzuSena.Whisper.Ggml", ["AzuSena.Whisper.Ggml"]),
        ("AzuSena.SocketIo", ["AzuSena.SocketIo"]),
        ("AzuSena.Abstractions",
        [
            "AzuSena.Hosting", "AzuSena.Streams", "AzuSena.Resources", "AzuSena.Errors", "AzuSena.Settings", "AzuSena.Processes", "AzuSena.Passages",
            "AzuSena.Answers",
        ]),
        ("AzuSena.Models", ["AzuSena.Models"]),
        ("AzuSena.Memory", ["AzuSena.Onnx", "AzuSena.Memory"]),
        ("AzuSena.Kernel",
        [
            "AzuSena.Languages", "AzuSena.Courtesies", "AzuSena.Safety", "AzuSena.Suggestions", "AzuSena.Prompts", "AzuSena.Conversations", "AzuSena.Questions",
            "AzuSena.Feedback", "AzuSena.Answering", "AzuSena",
        ]),
        ("AzuSena.Voice", ["AzuSena.Voice"]),
        ("AzuSena.Plugins", ["AzuSena.Plugins"]),
        ("AzuSena.Mcp", ["AzuSena.Mcp"]),
        ("AzuSena.Evaluation", ["AzuSena.Evaluation"]),
        ("AzuSena.Api", ["AzuSena.Api"]),
        ("AzuSena.Cli", ["AzuSena.Cli"]),
    ];

    /// <summary>What each project may reference, beside what these reference.</summary>
    public static readonly Dictionary<string, string[]> References = new(StringComparer.Ordinal)
    {
        ["AzuSena.Spanish"] = [],
        ["AzuSena.Faiss"] = [],
        ["AzuSena.Whisper"] = [],
        ["AzuSena.Whisper.Ggml"] = ["AzuSena.Whisper"],
        ["AzuSena.SocketIo"] = [],
        ["AzuSena.Abstractions"] = ["AzuSena.Spanish"],
        ["AzuSena.Models"] = ["AzuSena.Abstractions"],
        ["AzuSena.Memory"] = ["AzuSena.Models", "AzuSena.Faiss"],
        ["AzuSena.Kernel"] = ["AzuSena.Memory"],
        ["AzuSena.Voice"] = ["AzuSena.Kernel", "AzuSena.Whisper.Ggml"],
        ["AzuSena.Plugins"] = ["AzuSena.Kernel"],
        ["AzuSena.Mcp"] = ["AzuSena.Plugins"],
        ["AzuSena.Evaluation"] = ["AzuSena.Plugins", "AzuSena.Voice"],
        ["AzuSena.Api"] = ["AzuSena.Mcp", "AzuSena.Voice", "AzuSena.SocketIo"],
        ["AzuSena.Cli"] = ["AzuSena.Evaluation", "AzuSena.Mcp"],
    };

    /// <summary>The place of a namespace's room in the list, from 0; -1 if no room is called so.</summary>
    public static int PlaceOf(string project, string @namespace)
    {
        var rooms = All.SelectMany(floor => floor.Rooms.Select(room => (floor.Project, Room: room))).ToList();
        return rooms.FindIndex(room => room.Project == project && IsIn(room.Room, @namespace));
    }

    /// <summary>What a project may take from: its references, theirs, and so on.</summary>
    public static HashSet<string> Below(string project) =>
        [.. References[project].SelectMany(reference => Below(reference).Append(reference))];

    // The root's own types are a room; what lies below it are others.
    private static bool IsIn(string room, string @namespace) =>
        @namespace == room || (room != "AzuSena" && @namespace.StartsWith(room + ".", StringComparison.Ordinal));
}
