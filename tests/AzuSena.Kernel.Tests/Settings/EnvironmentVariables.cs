namespace AzuSena.Settings;

/// <summary>The environment belongs to the whole process, so whoever changes it runs alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentVariables
{
    public const string Name = "Environment variables";
}
