using AzuSena.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Models.ModelFiles;

public sealed class ResumableDownloadTests : IAsyncLifetime
{
    private const int Length = 300_000;
    private const int CutAt = 100_000;

    private readonly byte[] _file = Enumerable.Range(0, Length).Select(i => (byte)(i * 7 % 251)).ToArray();
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _asked = [];
    private readonly WebApplication _server = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--urls=http://127.0.0.1:0"] }).Build();
    private bool _isCut;
    private bool _knowsRanges = true;

    private string Path => _folder.Combine("archivo.tgz");

    public Task InitializeAsync()
    {
        _server.MapGet("/archivo", ServeAsync);
        return _server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Fetch_NothingBegun_BringsTheFileAndTellsTheShare()
    {
        var shares = new Shares();

        await FetchAsync(shares);

        File.ReadAllBytes(Path).Should().Equal(_file);
        shares.Told.Should().BeInAscendingOrder().And.EndWith([1]);
        _asked.Should().Equal("");
    }

    [Fact]
    public async Task Fetch_CutInTheMiddle_GoesOnFromThere()
    {
        _isCut = true;
        await FluentActions.Awaiting(() => FetchAsync()).Should().ThrowAsync<IOException>();
        File.Exists(Path).Should().BeFalse("it is not whole");
        _isCut = false;

        await FetchAsync();

        File.ReadAllBytes(Path).Should().Equal(_file);
        _asked.Should().HaveCount(2);
        _asked[1].Should().MatchRegex("^bytes=[1-9][0-9]*-$");
    }

    [Fact]
    public async Task Fetch_ServerKnowsNoRanges_BeginsAnew()
    {
        File.WriteAllBytes(Path + ".part", new byte[50]);
        _knowsRanges = false;

        await FetchAsync();

        File.ReadAllBytes(Path).Should().Equal(_file);
    }

    [Fact]
    public async Task Fetch_WholeAlready_IsPutInItsPlace()
    {
        File.WriteAllBytes(Path + ".part", _file);

        await FetchAsync();

        File.ReadAllBytes(Path).Should().Equal(_file);
    }

    [Fact]
    public async Task Fetch_NotThere_IsSaid()
    {
        using var client = new HttpClient();
        await FluentActions.Awaiting(
            () => new ResumableDownload(client, TimeProvider.System).FetchAsync(Address("nada"), Path, progress: null, CancellationToken.None))
            .Should().ThrowAsync<HttpRequestException>();
    }

    private async Task FetchAsync(IProgress<double>? progress = null)
    {
        using var client = new HttpClient();
        await new ResumableDownload(client, TimeProvider.System).FetchAsync(Address("archivo"), Path, progress, CancellationToken.None);
    }

    private Uri Address(string name) =>
        new(new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), name);

    private async Task ServeAsync(HttpContext context)
    {
        _asked.Add(context.Request.Headers.Range.ToString());
        if (_isCut)
        {
            context.Response.ContentLength = Length;
            await context.Response.Body.WriteAsync(_file.AsMemory(0, CutAt));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await Results.Bytes(_file, "application/octet-stream", enableRangeProcessing: _knowsRanges).ExecuteAsync(context);
    }

    private sealed class Shares : IProgress<double>
    {
        public List<double> Told { get; } = [];

        public void Report(double value) => Told.Add(value);
    }
}
