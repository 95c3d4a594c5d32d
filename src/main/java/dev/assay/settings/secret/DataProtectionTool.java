package dev.assay.settings.secret;

import dev.assay.llm.StorageException;
import dev.assay.settings.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The data protection of Windows, by its PowerShell: each key stands in a file that this user on this machine alone can
 * open.
 *
 * @param process of {@code powershell.exe}
 * @param folder where the files are; need not be there
 */
record DataProtectionTool(ToolProcess process, Path folder) implements KeychainTool {
    private static final String BEGINNING = "key-";
    private static final String END = ".dpapi";

    /** Keys go in and out by the standard streams: the command line can be seen by every user. */
    private static final String PREPARE = "$ErrorActionPreference = 'Stop'; Add-Type -AssemblyName System.Security;"
            + " $in = [Console]::In.ReadToEnd();";

    private static final String PROTECT = PREPARE
            + " $bytes = [Security.Cryptography.ProtectedData]::Protect([Text.Encoding]::ASCII.GetBytes($in), $null,"
            + " 'CurrentUser'); [Console]::Out.Write([Convert]::ToBase64String($bytes))";

    private static final String UNPROTECT = PREPARE
            + " $bytes = [Security.Cryptography.ProtectedData]::Unprotect([Convert]::FromBase64String($in), $null,"
            + " 'CurrentUser'); [Console]::Out.Write([Text.Encoding]::ASCII.GetString($bytes))";

    @Override
    public String place() {
        return "the data protection of Windows";
    }

    @Override
    public Optional<String> find(String name) {
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(run(Files.readString(file).strip(), UNPROTECT)
                    .require("opened " + name)
                    .text()
                    .strip());
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": check its permissions", e);
        }
    }

    @Override
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(BEGINNING) && name.endsWith(END))
                    .map(name -> name.substring(BEGINNING.length(), name.length() - END.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StorageException("Cannot list " + folder + ": check its permissions", e);
        }
    }

    @Override
    public void put(String name, String secret) {
        String sealed = run(secret, PROTECT).require("kept " + name).text().strip();
        // Where PowerShell may run no .NET it can end well and say nothing.
        if (!sealed.matches("[A-Za-z0-9+/]+=*")) {
            throw new StorageException("The keychain has not kept " + name + " ("
                    + process.program().getFileName()
                    + " does not protect it): use assay keys set --file, or an environment variable");
        }
        try {
            Files.createDirectories(folder);
            WholeFile.write(file(name), sealed + "\n");
        } catch (IOException e) {
            throw new StorageException("Cannot make " + folder + ": check its permissions", e);
        }
    }

    @Override
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new StorageException("Cannot delete " + file(name) + ": check its permissions", e);
        }
    }

    private ToolProcess.Output run(String input, String script) {
        return process.run(input, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", script);
    }

    /** What goes before it keeps names such as {@code CON} from being those of devices. */
    private Path file(String name) {
        return folder.resolve(BEGINNING + name + END);
    }
}
