using System.CommandLine;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>The commands about trained models; each subcommand is a file of this folder.</summary>
internal sealed class ModelsCommand : Command
{
    public ModelsCommand(CommandRunner runner)
        : base("models", "List, promote and check trained models.")
    {
        Subcommands.Add(new ListModelsCommand(runner));
        Subcommands.Add(new ShowModelCommand(runner));
        Subcommands.Add(new CompareModelsCommand(runner));
        Subcommands.Add(new PromoteModelCommand(runner));
        Subcommands.Add(new RollbackModelCommand(runner));
        Subcommands.Add(new VerifyModelsCommand(runner));
        Subcommands.Add(new RescanModelsCommand(runner));
        Subcommands.Add(new ExportModelCommand(runner));
        Subcommands.Add(new ImportModelCommand(runner));
        Subcommands.Add(new DiskUsageCommand(runner));
        Subcommands.Add(new PruneModelsCommand(runner));
        Subcommands.Add(new ArchiveModelCommand(runner));
        Subcommands.Add(new RestoreModelCommand(runner));
        Subcommands.Add(PinModelCommand.Pin(runner));
        Subcommands.Add(PinModelCommand.Unpin(runner));
        Subcommands.Add(new NoteModelCommand(runner));
    }
}
