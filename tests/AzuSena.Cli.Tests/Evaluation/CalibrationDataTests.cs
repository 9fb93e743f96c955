using System.Security.Cryptography;
using System.Text;
using AzuSena.Evaluation.Calibration;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Evaluation;

public sealed class CalibrationDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void HashOf_File_IsTheSha256OfItsContent()
    {
        _folder.Write("a.txt", "hola");

        CalibrationData.HashOf(Path.Combine(_folder.Path, "a.txt")).Should().Be(HashOf("hola"));
    }

    [Fact]
    public void HashOf_Folder_IsOfItsFilesInTheOrderOfTheirNames()
    {
        _folder.Write("set/b.txt", "dos");
        _folder.Write("set/a.txt", "uno");

        CalibrationData.HashOf(Path.Combine(_folder.Path, "set")).Should().Be(HashOf("unodos"));
    }

    [Fact]
    public void HashOf_ChangedFileOfAFolder_Changes()
    {
        _folder.Write("set/a.txt", "uno");
        var before = CalibrationData.HashOf(Path.Combine(_folder.Path, "set"));
        _folder.Write("set/a.txt", "otro");

        CalibrationData.HashOf(Path.Combine(_folder.Path, "set")).Should().NotBe(before);
    }

    public void Dispose() => _folder.Dispose();

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
