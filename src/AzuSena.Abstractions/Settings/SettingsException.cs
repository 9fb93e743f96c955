namespace AzuSena.Settings;

/// <summary>A setting cannot be used. The message, for the operator, names the variable and what it must be.</summary>
public sealed class SettingsException(string message) : Exception(message);
