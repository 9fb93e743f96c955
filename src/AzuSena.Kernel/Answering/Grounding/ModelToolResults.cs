using AzuSena.Answers;
using AzuSena.Passages;

namespace AzuSena.Answering.Grounding;

/// <summary>Makes the results of the model's own calls citable: each is a passage of its tool.</summary>
internal sealed class ModelToolResults
{
    private readonly List<ToolCalled> _open = [];
    private int _count;

    /// <summary>Remembers a call until it returns.</summary>
    public void Add(ToolCalled called) => _open.Add(called);

    /// <summary>The result as a passage.</summary>
    public Passage PassageOf(ToolReturned returned)
    {
        var at = _open.FindIndex(call => call.Name == returned.Name);
        var asked = at < 0 ? "" : _open[at].Asked ?? "";
        if (at >= 0)
        {
            _open.RemoveAt(at);
        }

        var title = returned.Title ?? returned.Name;
        var id = $"{ToolUse.Scheme}{returned.Name}:{++_count}";
        return new Passage(id, new DocumentInfo($"{ToolUse.Scheme}{returned.Name}", title), asked.Length == 0 ? [] : [asked], 0, returned.Result ?? "")
        {
            Tool = new ToolUse(returned.Name, title, asked),
        };
    }
}
