using AzuSena.Errors;
using AzuSena.Prompts.Checks;
using AzuSena.Prompts.Files;
using AzuSena.Prompts.Gate;
using AzuSena.Prompts.Variants;
using AzuSena.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts;

/// <summary>
/// The active prompts. Each is replaced as a whole when its files change and pass all checks; until then, and if an edit does not pass, the last good version
/// stays active.
/// </summary>
/// <remarks>Safe for concurrent use. A returned <see cref="Prompt"/> never changes.</remarks>
public sealed class PromptLibrary
{
    private readonly Lock _refreshing = new();
    private readonly Dictionary<string, (string Fingerprint, long Since)> _pending = new(StringComparer.Ordinal);
    private readonly Kernel _kernel;
    private readonly PromptOptions _options;
    private readonly VariantShares _shares;
    private readonly PromptGate _gate;
    private readonly TimeProvider _time;
    private readonly ILogger<PromptLibrary> _log;
    private volatile PromptSet _set = PromptSet.Empty;

    /// <summary>Reads the folder.</summary>
    public PromptLibrary(Kernel kernel, IOptions<PromptOptions> options, TimeProvider time, ILogger<PromptLibrary> log)
    {
        _kernel = kernel;
        _options = options.Value;
        _gate = new PromptGate(_options.VerdictsDirectory, _options.Gate);
        _time = time;
        _log = log;
        _ = VariantShares.TryParse(_options.Variants, out _shares);
        Read(isStart: true);
    }

    /// <summary>Raised after a change of the active prompts or of the problems, on the thread that detected it.</summary>
    public event EventHandler? Changed;

    /// <summary>The current problems; empty if there are none. An error means that an older version is active, or none.</summary>
    public IReadOnlyList<PromptProblem> Problems => _set.Problems;

    /// <summary>All active prompts, including variants, by name.</summary>
    public IReadOnlyList<Prompt> All => _set.Prompts;

    /// <summary>The active prompt.</summary>
    /// <param name="name">One of <see cref="WalkPrompts"/>, or another folder.</param>
    /// <param name="variant">The requested variant; <c>base</c> for the prompt itself; null to choose by <paramref name="key"/>.</param>
    /// <param name="key">
    /// The key that selects a variant according to the shares: the id of the conversation, or of the question. The same key gets the same variant.
    /// </param>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>: the variant does not exist.</exception>
    /// <exception cref="SettingsException">The prompt does not exist, or was never valid; the message lists its problems.</exception>
    public Prompt Get(string name, string? variant = null, string? key = null)
    {
        var set = _set;
        var prompt = set.Find(name, variant: null) ?? throw (WalkPrompts.Find(name) is null ? Unknown(name, set) : NeverGood([name], set));
        if (variant is null)
        {
            var chosen = key is null ? null : _shares.Choose(name, key);
            return chosen is null ? prompt : set.Find(name, chosen) ?? prompt;
        }

        return variant == PromptName.Base ? prompt : set.Find(name, variant) ?? throw NoSuchVariant(name, set);
    }

    /// <summary>Throws if a required prompt was never valid.</summary>
    /// <exception cref="SettingsException">Lists the prompts and their problems, one per line.</exception>
    public void EnsureComplete()
    {
        var set = _set;
        var missing = WalkPrompts.All.Select(prompt => prompt.Name).Where(name => set.Find(name, variant: null) is null).ToList();
        if (missing.Count > 0)
        {
            throw NeverGood(missing, set);
        }
    }

    /// <summary>
    /// Reads the folder again. A change takes effect once two readings, at least <see cref="PromptOptions.SettleMilliseconds"/> apart, give the same content,
    /// so that files still being written are ignored.
    /// </summary>
    /// <returns>Whether there is a change that another reading must confirm.</returns>
    public bool Refresh()
    {
        lock (_refreshing)
        {
            var before = _set;
            var isPending = Read(isStart: false);
            if (!ReferenceEquals(before, _set))
            {
                Changed?.Invoke(this, EventArgs.Empty);
            }

            return isPending;
        }
    }

    private bool Read(bool isStart)
    {
        var sources = PromptFolders.Read(_options.Directory);
        var builder = new PromptSetBuilder(_set, new PromptCheck(_kernel.Plugins, _options.MaxTokens), _gate, _log);
        if (sources is null)
        {
            // The folder is unreachable, not empty: all prompts stay active.
            builder.MarkUnreachable();
        }

        var changes = sources is null ? [] : builder.Changes(sources).ToDictionary(StringComparer.Ordinal);
        foreach (var (folder, source) in changes.Where(change => isStart || HasSettled(change.Key, change.Value)).ToList())
        {
            builder.Apply(folder, source);
            changes.Remove(folder);
        }

        foreach (var settled in _pending.Keys.Except(changes.Keys, StringComparer.Ordinal).ToList())
        {
            _pending.Remove(settled);
        }

        _set = builder.Build(_shares);
        return _pending.Count > 0;
    }

    private bool HasSettled(string folder, PromptSource? source)
    {
        var fingerprint = source?.Fingerprint ?? "";
        if (_pending.TryGetValue(folder, out var pending) && pending.Fingerprint == fingerprint)
        {
            return _time.GetElapsedTime(pending.Since) >= TimeSpan.FromMilliseconds(_options.SettleMilliseconds);
        }

        _pending[folder] = (fingerprint, _time.GetTimestamp());
        return false;
    }

    private static AzuSenaException NoSuchVariant(string name, PromptSet set)
    {
        var variants = set.Prompts.Where(prompt => prompt.Version.Name == name).Select(prompt => prompt.Version.Variant ?? PromptName.Base);
        return new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("VariantUnknown", string.Join(", ", variants))) { Field = "prompt_variant" };
    }

    private static SettingsException Unknown(string name, PromptSet set) =>
        new(PromptTexts.Get("prompt_unknown", name, string.Join(", ", set.Prompts.Select(prompt => prompt.Version.Name).Distinct(StringComparer.Ordinal))));

    private SettingsException NeverGood(IReadOnlyList<string> names, PromptSet set)
    {
        var problems = set.Problems.Where(problem =>
            names.Any(name => problem.File.StartsWith($"{name}/", StringComparison.Ordinal))
            || problem.Rule == PromptSet.Unreachable);
        return new SettingsException(string.Join(
            Environment.NewLine,
            problems.Select(problem => $"{problem.Place}: {problem.Message}")
                .Prepend(PromptTexts.Get("never_good", string.Join(", ", names), _options.Directory))));
    }
}
