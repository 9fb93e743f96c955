using System.Collections.Concurrent;
using System.Globalization;
using AzuSena.Mutation;

// dotnet run --project bench/mutation -c Release -- FOLDER [count] [seed] [workers] [seconds] [number,number…]
// FOLDER gets the mutated copy; one that holds a coverage.txt of an earlier run is used as it is.
var copy = Path.GetFullPath(args[0]);
var count = Argument(1, 200);
var seed = Argument(2, 12);
var workers = Argument(3, 2);
int[] only = args.Length > 5 ? [.. args[5].Split(',').Select(it => int.Parse(it, CultureInfo.InvariantCulture))] : [];

var tree = new MutatedTree(Directory.GetCurrentDirectory(), copy);
var order = tree.Find().ToArray();
Console.WriteLine($"{order.Length} mutants in all, seed {seed}");
new Random(seed).Shuffle(order);

var coverage = Path.Combine(copy, "coverage.txt");
var known = Path.Combine(copy, "broken.txt");
if (!File.Exists(coverage))
{
    tree.Copy();
}

HashSet<int> broken = File.Exists(known) ? [.. File.ReadLines(known).Select(it => int.Parse(it, CultureInfo.InvariantCulture))] : [];
Dictionary<SourceMutant, int> numbers;
HashSet<int> rejected;
do
{
    numbers = order.Index().Where(it => !broken.Contains(it.Index + 1)).Take(count).ToDictionary(it => it.Item, it => it.Index + 1);
    rejected = File.Exists(coverage) ? [] : Build();
}
while (rejected.Count > 0);

var runs = new TestRuns(tree.Assembly, TimeSpan.FromSeconds(Argument(4, 60)));
runs.Measure(coverage);
var outcomes = new Dictionary<SourceMutant, Outcome>();
var chosen = new ConcurrentQueue<KeyValuePair<SourceMutant, int>>(numbers.Where(it => only.Length == 0 || only.Contains(it.Value)));
Parallel.For(0, workers, _ =>
{
    using var host = new TestHost(tree.Assembly, mutant: 0);
    while (chosen.TryDequeue(out var it))
    {
        var outcome = runs.Try(host, it.Value, it.Key);
        lock (outcomes)
        {
            outcomes[it.Key] = outcome;
            Console.WriteLine($"{outcomes.Count,4} {(outcome.IsKilled ? "killed  " : "SURVIVED")} {it.Value} {it.Key} — {outcome.By}");
        }
    }
});

Console.WriteLine("\n| room | mutants | killed | score |\n|---|---|---|---|");
foreach (var room in MutatedTree.Rooms.Append("all"))
{
    var some = outcomes.Where(it => room is "all" || it.Key.Room == room).ToList();
    var killed = some.Count(it => it.Value.IsKilled);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {room} | {some.Count} | {killed} | {100.0 * killed / some.Count:0.0} % |"));
}

HashSet<int> Build()
{
    var found = tree.Build(numbers);
    broken.UnionWith(found);
    File.WriteAllLines(known, broken.Select(it => it.ToString(CultureInfo.InvariantCulture)));
    return found;
}

int Argument(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;
