namespace AzuSena.Faiss.Tests.Conformance;

/// <summary>Marks the conformance tests of a kind that needs the native library: they are skipped, and said so, where it is not built.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsFaissAttribute : Attribute;
