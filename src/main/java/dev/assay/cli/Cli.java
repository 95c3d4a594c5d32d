package dev.assay.cli;

import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.llm.AssayException;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.StorageException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line as a whole: reads the arguments, runs the command, and turns every error into one line. */
public final class Cli {
    private final Session session;

    public Cli(Session session) {
        this.session = session;
    }

    /**
     * Runs one command.
     *
     * @return the exit status, see {@link ExitStatus}
     */
    public int run(String... arguments) {
        CommandLine commands = AssayCommand.create(session);
        commands.setOut(session.terminal().out());
        commands.setErr(session.terminal().err());
        commands.setParameterExceptionHandler((wrong, given) -> badUsage(wrong));
        commands.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
        int status = execute(commands, arguments);
        session.terminal().out().flush();
        session.terminal().err().flush();
        return status;
    }

    /** What no limit of a reader foresaw is still told in a line. */
    private int execute(CommandLine commands, String... arguments) {
        try {
            return commands.execute(arguments);
        } catch (StackOverflowError e) {
            return exhausted("A text is nested too deeply to be read: make it flatter");
        } catch (OutOfMemoryError e) {
            return exhausted("There is not enough memory for this: split what is large");
        }
    }

    private int exhausted(String message) {
        session.terminal().note(message);
        return ExitStatus.BAD_INPUT;
    }

    private int badUsage(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        session.terminal().note(message(wrong) + " (see: " + command + " --help)");
        return ExitStatus.BAD_INPUT;
    }

    /** A mistyped option comes first: it is often why a required one is missing. */
    private static String message(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        if (!command.getUnmatchedArguments().isEmpty()) {
            return Unknown.message(command, command.getUnmatchedArguments());
        }
        return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("").strip();
    }

    private int failed(Exception failure) {
        if (!(failure instanceof AssayException known)) {
            session.terminal().note("A mistake in Assay itself: " + failure + " (with ASSAY_DEBUG=1 it shows where)");
            if (session.environment().containsKey("ASSAY_DEBUG")) {
                failure.printStackTrace(session.terminal().err());
            }
            return ExitStatus.BAD_INPUT;
        }
        session.terminal().note(known.getMessage());
        return switch (known) {
            case InputException input -> ExitStatus.BAD_INPUT;
            case StorageException disk -> ExitStatus.BAD_INPUT;
            // An error that comes here was found before anything was sent: a model that is not there is a wrong
            // argument.
            case LlmException.UnknownModel model -> ExitStatus.BAD_INPUT;
            case LlmException provider -> ExitStatus.PROVIDER_FAILED;
            case CancelledException user -> ExitStatus.INTERRUPTED;
        };
    }
}
