using AzuSena.Memory.Translation;
using AzuSena.Testing;
using AzuSena.Voice.Decoding;
using AzuSena.Voice.Recordings;

namespace AzuSena.Processes;

public sealed class ChildProcessTests : IDisposable
{
    private const string Secret = "AZUSENA_TEST_KEY";

    private readonly TemporaryFolder _folder = new();

    public ChildProcessTests()
    {
        Environment.SetEnvironmentVariable(Secret, "secreto");
        Environment.SetEnvironmentVariable("APERTIUM_TEST", "datos");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_Program_GetsWhatItNeedsAndNoneOfTheServicesSettings()
    {
        var start = new ChildStart { Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = "C" } };
        using var child = ChildProcess.Start(Printing(), [], start);
        await child.WaitAsync(CancellationToken.None);

        Printed().Should().Contain(line => line.StartsWith("PATH=", StringComparison.Ordinal))
            .And.Contain("LC_ALL=C").And.NotContain(line => line.Contains("secreto"));
    }

    [Fact]
    public async Task Start_FfmpegOrApertium_GetsNoneOfTheServicesSettings()
    {
        using (var ffmpeg = FfmpegProcess.Start(Printing(), RecordingFormat.Ogg, FfmpegProcess.Pipe, TimeSpan.FromSeconds(1)))
        {
            await ffmpeg.WaitAsync(CancellationToken.None);
        }

        Printed().Should().NotContain(line => line.Contains("secreto")).And.NotContain("APERTIUM_TEST=datos");

        // A stage that hands on what it is given, as Apertium's do.
        using (var apertium = ApertiumPipeline.Start(new ApertiumMode("spa-eng", $"( {Printing()}; cat )", "0")))
        {
            (await apertium.TranslateAsync(["hola"], CancellationToken.None)).Should().Equal("hola");
        }

        Printed().Should().NotContain(line => line.Contains("secreto")).And.Contain("APERTIUM_TEST=datos").And.Contain("LC_ALL=C.UTF-8");
    }

    [Fact]
    public async Task Complaint_MoreThanAPipeHolds_IsReadToItsEndAndCutShort()
    {
        using var child = ChildProcess.Start("/bin/sh", ["-c", "head -c 1000000 /dev/zero | tr '\\0' 'x' >&2; exit 3"]);

        (await child.WaitAsync(CancellationToken.None)).Should().Be(3);
        (await child.Complaint).Should().HaveLength(2_000);
    }

    [Fact]
    public async Task Dispose_ProgramWithChildren_EndsThemAll()
    {
        var ids = _folder.Combine("ids");
        var child = ChildProcess.Start("/bin/sh", ["-c", $"sleep 600 & echo $! > {ids}.new; mv {ids}.new {ids}; echo begun; wait"]);
        await new StreamReader(child.Output).ReadLineAsync();
        var grandchild = int.Parse(await File.ReadAllTextAsync(ids), System.Globalization.CultureInfo.InvariantCulture);
        child.Dispose();

        SpinWait.SpinUntil(() => !IsAlive(grandchild), TimeSpan.FromSeconds(30)).Should().BeTrue();
    }

    // Killed but not yet waited for by its new parent is dead too.
    private static bool IsAlive(int id) => File.Exists($"/proc/{id}/stat") && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);

    private string Printing() => ShellScript.Write(_folder, "print.sh", $"env > {_folder.Combine("printed")}");

    private string[] Printed() => File.ReadAllLines(_folder.Combine("printed"));
}
