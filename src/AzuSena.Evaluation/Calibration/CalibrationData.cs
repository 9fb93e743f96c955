using System.Security.Cryptography;

namespace AzuSena.Evaluation.Calibration;

/// <summary>The data of a fit.</summary>
internal static class CalibrationData
{
    /// <summary>The SHA-256 of a file, or of the files of a folder in the order of their names.</summary>
    public static string HashOf(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).ToArray() : [path])
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
