using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

/// <summary>
/// The entry point of the tests in the mutated copy; runs test classes one after another without a test host. With MUTANT_COVERAGE it appends a line
/// "class;milliseconds;passed;mutants reached;failure" to that file for each class, with an s behind the mutants of static values. Otherwise it answers each
/// line "mutant class class…" of the standard input with the first test that fails, or with an empty line; so the code is compiled once for many mutants.
/// </summary>
internal static class MutationHost
{
    private static readonly XunitTestFramework _framework = new(new Sink(_ => true));
    private static readonly ITestFrameworkDiscoverer _discoverer = _framework.GetDiscoverer(Reflector.Wrap(typeof(MutationHost).Assembly));
    private static readonly ITestFrameworkExecutor _executor = _framework.GetExecutor(typeof(MutationHost).Assembly.GetName());

    private static void Main()
    {
        if (Environment.GetEnvironmentVariable("MUTANT_COVERAGE") is { Length: > 0 } coverage)
        {
            Measure(coverage);
        }
        else
        {
            Serve();
        }

        // Without waiting for threads that a mutant may have left running.
        Environment.Exit(0);
    }

    private static void Measure(string coverage)
    {
        foreach (var name in Classes())
        {
            var watch = Stopwatch.StartNew();
            var failed = Run(name, stopAtFailure: false);
            var milliseconds = watch.ElapsedMilliseconds.ToString(CultureInfo.InvariantCulture);
            var reached = string.Join(' ', Mutant.Reached!.OrderBy(it => it.Key).Select(it => it.Value ? $"{it.Key}s" : $"{it.Key}"));
            File.AppendAllText(coverage, $"{name};{milliseconds};{failed is null};{reached};{failed}\n");
            Mutant.Reached.Clear();
        }
    }

    private static void Serve()
    {
        // Tests and mutants may write to the console too.
        var answers = Console.Out;
        Console.SetOut(TextWriter.Null);
        while (Console.ReadLine()?.Split(' ') is [var number, .. var classes])
        {
            Mutant.Active = int.Parse(number, CultureInfo.InvariantCulture);
            answers.WriteLine(classes.Select(name => Run(name, stopAtFailure: true)).FirstOrDefault(failed => failed is not null));
            answers.Flush();
        }
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
            message =>
            {
                cases.AddRange(message is ITestCaseDiscoveryMessage found ? [found.TestCase] : []);
                return true;
            },
            sink => _discoverer.Find(name, includeSourceInformation: false, sink, new Options()));
        string? failed = null;
        Await<ITestAssemblyFinished>(
            message =>
            {
                if (message is IFailureInformation information)
                {
                    failed ??= $"{(message as ITestFailed)?.Test.DisplayName ?? name}: {information.Messages[0]}".ReplaceLineEndings(" ");
                }

                return failed is null || !stopAtFailure;
            },
            sink => _executor.RunTests(cases, sink, new Options()));
        return failed;
    }

    private static void Await<TEnd>(Func<IMessageSinkMessage, bool> seen, Action<IMessageSink> start)
    {
        using var done = new ManualResetEventSlim();
        start(new Sink(message =>
        {
            var goesOn = seen(message);
            if (message is TEnd)
            {
                done.Set();
            }

            return goesOn;
        }));
        done.Wait();
    }

    private sealed class Sink(Func<IMessageSinkMessage, bool> seen) : LongLivedMarshalByRefObject, IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => seen(message);
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
