using System.CommandLine;
using AzuSena.Cli;
using AzuSena.Cli.Commands;

var root = new RootCommand("AzuSENA: pregunta a los documentos del SENA.")
{
    IndexCommand.Create(),
    AskCommand.Create(),
    ReplayCommand.Create(),
    EvalCommand.Create(),
    CorpusCommand.Create(),
    PromptsCommand.Create(),
    BenchCommand.Create(),
    PluginsCommand.Create(),
    ModelsCommand.Create(),
};
return await Terminal.RunAsync(() => root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
