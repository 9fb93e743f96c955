using AzuSena.Prompts.Checks;
using AzuSena.Prompts.Gate;
using AzuSena.Prompts.Variants;
using Microsoft.Extensions.Logging;

namespace AzuSena.Prompts;

/// <summary>Builds the next <see cref="PromptSet"/> from the previous one and the folder's current content.</summary>
internal sealed class PromptSetBuilder(PromptSet before, PromptCheck check, PromptGate gate, ILogger log)
{
    private readonly Dictionary<string, PromptSlot> _slots = new(before.Slots, StringComparer.Ordinal);
    private readonly List<PromptProblem> _general = [];

    /// <summary>The folders whose content has changed; the source is null for a folder that is gone.</summary>
    public IEnumerable<(string Folder, PromptSource? Source)> Changes(IReadOnlyList<PromptSource> sources)
    {
        var gone = before.Slots.Keys
            .Except(sources.Select(source => source.Folder), StringComparer.Ordinal)
            .Select(folder => (Folder: folder, Source: (PromptSource?)null));
        return sources.Select(source => (source.Folder, Source: (PromptSource?)source)).Concat(gone)
            .Where(change => before.Slots.GetValueOrDefault(change.Folder)?.Fingerprint != (change.Source is null ? "" : FingerprintOf(change.Source)));
    }

    /// <summary>Applies a change.</summary>
    public void Apply(string folder, PromptSource? source)
    {
        if (source is null)
        {
            Remove(folder);
            return;
        }

        var serving = _slots.GetValueOrDefault(folder)?.Serving;
        var prompt = check.Check(source, out var problems);
        if (prompt is not null && gate.Problem(prompt.Version) is { } waits)
        {
            // Some version must be active: one that predates the gate, or was read at startup, stays active with a warning.
            var isNew = serving is not null && serving.Version != prompt.Version;
            problems = [.. problems, isNew ? waits : waits with { Severity = PromptSeverity.Warning }];
            prompt = isNew ? null : prompt;
        }

        _slots[folder] = new PromptSlot(FingerprintOf(source), prompt ?? serving, problems);
        Tell(problems);
        if (prompt is not null)
        {
            Log.Serves(log, prompt.Version);
        }
        else if (serving is not null)
        {
            Log.Kept(log, serving.Version);
        }
    }

    /// <summary>Marks the whole folder as unreadable.</summary>
    public void MarkUnreachable() => _general.Add(PromptSource.Problem("PROMPTS_DIR", 0, PromptSet.Unreachable));

    /// <summary>The next set; the previous one if nothing changed.</summary>
    public PromptSet Build(VariantShares shares)
    {
        var missing = WalkPrompts.All
            .Where(prompt => !_slots.ContainsKey(prompt.Name))
            .Select(prompt => PromptSource.Problem(prompt.Name, 0, "prompt_missing", prompt.Name));
        var serving = _slots.Values.Select(slot => slot.Serving).OfType<Prompt>().OrderBy(prompt => prompt.Version.Folder, StringComparer.Ordinal).ToList();
        var alone = serving.Where(prompt => prompt.Version.Variant is not null && _slots.GetValueOrDefault(prompt.Version.Name)?.Serving is null)
            .Select(prompt => PromptSource.Problem(prompt.Version.Folder, 0, "variant_alone", prompt.Version.Name));
        var untried = shares.All.Where(share => _slots.GetValueOrDefault($"{share.Name}.{share.Variant}")?.Serving is null)
            .Select(share =>
                PromptSource.Problem("Prompts__Variants", 0, "share_unknown", $"{share.Name}.{share.Variant}")
                    with
                { Severity = PromptSeverity.Warning });
        var problems = _general.Concat(_slots.OrderBy(slot => slot.Key, StringComparer.Ordinal).SelectMany(slot => slot.Value.Problems))
            .Concat(_general.Count > 0 ? [] : missing).Concat(alone).Concat(untried).ToList();
        var isSame = problems.SequenceEqual(before.Problems)
            && _slots.Count == before.Slots.Count
            && _slots.All(slot => before.Slots.GetValueOrDefault(slot.Key) == slot.Value);
        return isSame ? before : new PromptSet(_slots, serving, problems);
    }

    // A verdict can change the active prompts just like the files.
    private string FingerprintOf(PromptSource source) => $"{source.Fingerprint}:{gate.Problem(source.Version)?.Message}";

    private void Remove(string folder)
    {
        if (WalkPrompts.Find(folder) is null || _slots[folder].Serving is not { } serving)
        {
            _slots.Remove(folder);
            Log.Removed(log, folder);
            return;
        }

        var problem = PromptSource.Problem(folder, 0, "prompt_removed", folder);
        _slots[folder] = new PromptSlot("", serving, [problem]);
        Tell([problem]);
        Log.Kept(log, serving.Version);
    }

    private void Tell(IEnumerable<PromptProblem> problems)
    {
        foreach (var problem in problems)
        {
            Log.Problem(log, problem.Place, problem.Message);
        }
    }
}
