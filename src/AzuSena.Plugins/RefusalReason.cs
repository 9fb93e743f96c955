namespace AzuSena.Plugins;

/// <summary>Why an external plugin is not loaded. Its snake_case form is shown; the Spanish texts are in <c>PluginTexts.resx</c>.</summary>
public enum RefusalReason
{
    /// <summary>The folder has no <c>plugin.json</c>.</summary>
    ManifestMissing,

    /// <summary>The manifest is not JSON of the required form.</summary>
    ManifestInvalid,

    /// <summary>It was written for another version of this contract.</summary>
    ContractUnsupported,

    /// <summary>A plugin of this name already exists.</summary>
    NameTaken,

    /// <summary>The manifest or a link leads out of the plugin's own folder.</summary>
    PathOutsideFolder,

    /// <summary>The assembly is missing or is not an assembly.</summary>
    AssemblyInvalid,

    /// <summary>It was built against a newer Semantic Kernel, or an incompatible version of a shared assembly.</summary>
    SharedVersionIncompatible,

    /// <summary>The assembly has no such class.</summary>
    EntryTypeMissing,

    /// <summary>The entry type is not a public class that can be instantiated.</summary>
    EntryTypeUnsuitable,

    /// <summary>The class has no public method with <c>[KernelFunction]</c>.</summary>
    FunctionsMissing,

    /// <summary>A function or a parameter has no <c>[Description]</c>, without which no model can use it.</summary>
    DescriptionMissing,

    /// <summary>A constructor requires a service that plugins do not get.</summary>
    ConstructorUnsatisfiable,

    /// <summary>Loading it threw.</summary>
    StartFailed,

    /// <summary>Loading it took too long.</summary>
    StartTimedOut,

    /// <summary>An example names a function or an argument that does not exist.</summary>
    ExampleInvalid,

    /// <summary>An example gave a result other than the manifest's, or threw.</summary>
    ExampleFailed,

    /// <summary>An example took too long.</summary>
    ExampleTimedOut,

    /// <summary>The process ended in each of the last trials.</summary>
    CrashedBefore,

    /// <summary>An MCP server could not be reached, or did not answer in time.</summary>
    ServerUnavailable,
}
