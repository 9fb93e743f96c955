using AzuSena.Errors;
using AzuSena.Prompts;

namespace AzuSena.Api.OpenAi.Models;

/// <summary>
/// The names by which AzuSENA is asked: <c>azusena</c>, <c>azusena:VARIANT</c> for each variant of the prompt that answers, and
/// <c>azusena-extractivo</c>, which uses no model.
/// </summary>
internal sealed class ModelNames(PromptLibrary prompts)
{
    /// <summary>The assistant itself.</summary>
    public const string Default = "azusena";

    private const string Extractive = "azusena-extractivo";
    private const string VariantMark = ":";

    // The prompt itself, whatever share of the conversations its variants have.
    private const string Base = "base";

    /// <summary>All names.</summary>
    public IEnumerable<string> All => Variants().Select(variant => Default + VariantMark + variant).Prepend(Default).Append(Extractive);

    /// <summary>What a name stands for.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.ModelNotFound"/>, with the names that exist.</exception>
    public ModelChoice Find(string name) => name switch
    {
        Default => new ModelChoice(name),
        Extractive => new ModelChoice(name, WithoutModel: true),
        _ when name.StartsWith(Default + VariantMark, StringComparison.Ordinal) && VariantOf(name) is var variant && IsKnown(variant)
            => new ModelChoice(name, variant),
        _ => throw Unknown(name, All),
    };

    /// <summary>The error of a name that is none of these.</summary>
    public static AzuSenaException Unknown(string name, IEnumerable<string> known) =>
        new(ErrorCode.ModelNotFound, ErrorCodeNames.Text("ModelUnknown", Shortened(name), string.Join(", ", known))) { Field = "model" };

    private static string VariantOf(string name) => name[(Default.Length + VariantMark.Length)..];

    private bool IsKnown(string variant) => variant == Base || Variants().Contains(variant, StringComparer.Ordinal);

    private IEnumerable<string> Variants() => prompts.All
        .Where(prompt => prompt.Version.Name == WalkPrompts.AnswerQuestion)
        .Select(prompt => prompt.Version.Variant)
        .OfType<string>()
        .Order(StringComparer.Ordinal);

    // It is repeated to whoever sent it, not at any length.
    private static string Shortened(string name) => name.Length <= 64 ? name : $"{name[..64]}…";
}

/// <summary>What a model's name stands for.</summary>
/// <param name="Name">The name.</param>
/// <param name="Variant">The variant of the prompt; null to let the service choose.</param>
/// <param name="WithoutModel">Whether the answer is composed without a model.</param>
internal sealed record ModelChoice(string Name, string? Variant = null, bool WithoutModel = false);
