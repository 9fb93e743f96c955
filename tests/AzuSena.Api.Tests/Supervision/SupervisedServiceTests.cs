using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Supervision;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Api.Tests.Supervision;

public sealed class SupervisedServiceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Trouble _trouble = new();

    [Fact]
    public async Task Start_ServiceThatFails_IsToldAndBeginsAnewAfterAPause()
    {
        await using var services = new ServiceCollection().AddSingleton(_trouble).AddTransient<Troubled>().BuildServiceProvider();
        var health = new BackgroundHealth(_time);
        await using var supervised = new SupervisedService(typeof(Troubled), services, health, _time, NullLogger<SupervisedService>.Instance);
        _trouble.Fails = true;
        await supervised.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => health.Degraded.Count == 1);

        health.Degraded.Should().Equal("troubled");
        _trouble.Fails = false;
        await Eventually.TrueAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return _trouble.Starts == 2;
        });

        _time.Advance(BackgroundHealth.Recovery);
        health.Degraded.Should().BeEmpty();
        await supervised.StopAsync(CancellationToken.None);
        _trouble.Stops.Should().Be(1);
    }

    [Fact]
    public async Task Stop_WhileItPauses_EndsAtOnceWithoutANewBeginning()
    {
        await using var services = new ServiceCollection().AddSingleton(_trouble).AddTransient<Troubled>().BuildServiceProvider();
        var health = new BackgroundHealth(_time);
        await using var supervised = new SupervisedService(typeof(Troubled), services, health, _time, NullLogger<SupervisedService>.Instance);
        _trouble.Fails = true;
        await supervised.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => health.Degraded.Count == 1);

        await supervised.StopAsync(CancellationToken.None).WaitAsync(TestApi.Patience);

        _trouble.Starts.Should().Be(1);
    }

    [Fact]
    public async Task Ready_BackgroundServiceFails_ServesAndSaysSo()
    {
        _trouble.Fails = true;
        await using var api = await TestApi.StartAsync(services => services.AddSingleton(_trouble).AddHostedService<Troubled>());
        await Eventually.TrueAsync(() => _trouble.Starts > 0);

        using var ready = await api.Client.GetAsync("/health/ready");

        ready.StatusCode.Should().Be(HttpStatusCode.OK);
        await Eventually.TrueAsync(() => api.Get<BackgroundHealth>().Degraded.Count > 0);
        (await api.Client.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("degraded").EnumerateArray().Select(name => name.GetString())
            .Should().Equal("troubled");
        (await api.Client.AskAsync("hola")).Text("response").Should().NotBeEmpty();
    }

    [Fact]
    public void NameOf_GenericService_NamesWhatItIsFor() => BackgroundHealth.NameOf(typeof(Lazy<TestApi>)).Should().Be("lazy_test_api");

    [Fact]
    public void Build_ServiceThatCannotBeMade_FailsBeforeTheStart() =>
        FluentActions.Invoking(() => TestApi.Build(services => services.AddSingleton<Troubled>())).Should().Throw<AggregateException>()
            .WithMessage($"*{nameof(Trouble)}*");

    internal sealed class Trouble
    {
        private int _starts;
        private int _stops;

        public bool Fails { get; set; }

        public int Starts => Volatile.Read(ref _starts);

        public int Stops => Volatile.Read(ref _stops);

        public void Start() => Interlocked.Increment(ref _starts);

        public void Stop() => Interlocked.Increment(ref _stops);
    }

    internal sealed class Troubled(Trouble trouble) : BackgroundService
    {
        public override Task StopAsync(CancellationToken cancellationToken)
        {
            trouble.Stop();
            return base.StopAsync(cancellationToken);
        }

        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            trouble.Start();
            return trouble.Fails ? throw new InvalidOperationException("Hoy no.") : Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stoppingToken);
        }
    }
}
