namespace AzuSena.Models.ModelFiles;

/// <summary>A model cannot be installed or removed. The message, for the operator, says why and what to do.</summary>
public sealed class ModelException(string message, Exception? innerException = null) : Exception(message, innerException);
