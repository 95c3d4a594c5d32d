package dev.assay.cli;

import dev.assay.llm.InputException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay help}: the same as {@code --help} behind a command, for those who write it as with git. */
@Command(name = "help", description = "The help of a command, as its --help prints it.")
final class HelpCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "A command, such as prompts commit.")
    private List<String> words = List.of();

    @Override
    public void run() {
        CommandLine command = spec.parent().commandLine();
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new InputException(Unknown.message(command, List.of(word)) + " (see: assay --help)");
            }
            command = next;
        }
        command.usage(spec.commandLine().getOut());
    }
}
