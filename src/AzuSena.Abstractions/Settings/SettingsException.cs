namespace AzuSena.Settings;

/// <summary>A setting is invalid. The message, for the operator, names the variable and the expected value.</summary>
public sealed class SettingsException(string message) : Exception(message);
