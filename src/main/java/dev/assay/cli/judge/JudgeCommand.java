package dev.assay.cli.judge;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay judge}: about judges. */
@Command(name = "judge", description = "About judges: list, show, check, calibrate, probe, read, types.")
public final class JudgeCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private CommandSpec spec;

    private JudgeCommand() {}

    /** The command with those under it. */
    public static CommandLine create(Session session) {
        return new CommandLine(new JudgeCommand())
                .addSubcommand(new JudgeListCommand(session))
                .addSubcommand(new JudgeShowCommand(session))
                .addSubcommand(new JudgeCheckCommand(session))
                .addSubcommand(new JudgeCalibrateCommand(session))
                .addSubcommand(new JudgeProbeCommand(session))
                .addSubcommand(new JudgeReadCommand(session))
                .addSubcommand(new JudgeTypesCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do about judges: list, show, check, calibrate, probe, read or types");
    }
}
