using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

/// <summary>
/// The entry point of the tests in the mutated copy. Runs the test classes given, one after another, in one process without a test host: it stops at the first
/// failure (exit code 1), or with MUTANT_COVERAGE appends a line "class;milliseconds;passed;mutants reached" to that file for each class.
/// </summary>
internal static class MutationHost
{
    private static readonly XunitTestFramework _framework = new(new Sink(_ => { }));
    private static readonly ITestFrameworkDiscoverer _discoverer = _framework.GetDiscoverer(Reflector.Wrap(typeof(MutationHost).Assembly));
    private static readonly ITestFrameworkExecutor _executor = _framework.GetExecutor(typeof(MutationHost).Assembly.GetName());

    private static int Main(string[] classes)
    {
        var coverage = Environment.GetEnvironmentVariable("MUTANT_COVERAGE");
        foreach (var name in classes.Length > 0 ? classes : Classes())
        {
            var watch = Stopwatch.StartNew();
            var failed = Run(name, stopAtFailure: coverage is null);
            if (coverage is not null)
            {
                var reached = string.Join(' ', Mutant.Reached!.Keys.Order());
                Mutant.Reached.Clear();
                var milliseconds = watch.ElapsedMilliseconds.ToString(CultureInfo.InvariantCulture);
                File.AppendAllText(coverage, $"{name};{milliseconds};{failed is null};{reached};{failed}\n");
            }
            else if (failed is not null)
            {
                return End(failed);
            }
        }

        // Without waiting for threads that a mutant may have left running.
        Environment.Exit(0);
        return 0;
    }

    private static string[] Classes() =>
    [
        .. typeof(MutationHost).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetMethods().Any(method => method.GetCustomAttributes<FactAttribute>().Any()))
            .Select(type => type.FullName!)
            .Order(StringComparer.Ordinal),
    ];

    private static string? Run(string name, bool stopAtFailure)
    {
        var cases = new List<ITestCase>();
        Await<IDiscoveryCompleteMessage>(
            message => cases.AddRange(message is ITestCaseDiscoveryMessage found ? [found.TestCase] : []),
            sink => _discoverer.Find(name, includeSourceInformation: false, sink, new Options()));
        string? failed = null;
        Await<ITestAssemblyFinished>(
            message =>
            {
                if (message is IFailureInformation information)
                {
                    failed ??= $"{(message as ITestFailed)?.Test.DisplayName ?? name}: {information.Messages[0].ReplaceLineEndings(" ")}";
                    if (stopAtFailure)
                    {
                        Environment.Exit(End(failed));
                    }
                }
            },
            sink => _executor.RunTests(cases, sink, new Options()));
        return failed;
    }

    private static void Await<TEnd>(Action<IMessageSinkMessage> seen, Action<IMessageSink> start)
    {
        using var done = new ManualResetEventSlim();
        start(new Sink(message =>
        {
            seen(message);
            if (message is TEnd)
            {
                done.Set();
            }
        }));
        done.Wait();
    }

    private static int End(string failed)
    {
        Console.WriteLine(failed);
        return 1;
    }

    private sealed class Sink(Action<IMessageSinkMessage> seen) : LongLivedMarshalByRefObject, IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message)
        {
            seen(message);
            return true;
        }
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal)
        {
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
        };

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) && value is TValue known ? known : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
