using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using AzuSena.Cli;
using AzuSena.Cli.Commands;

// Help and errors are in Spanish, whatever the machine's language.
CultureInfo.CurrentUICulture = new CultureInfo("es");
var root = new Command("./azusena", "AzuSENA: pregunta a los documentos del SENA.")
{
    new HelpOption(),
    IndexCommand.Create(),
    AskCommand.Create(),
    ReplayCommand.Create(),
    McpCommand.Create(),
    EvalCommand.Create(),
    CorpusCommand.Create(),
    PromptsCommand.Create(),
    BenchCommand.Create(),
    PluginsCommand.Create(),
    ModelsCommand.Create(),
};
return await Terminal.RunAsync(root.Parse(args));
