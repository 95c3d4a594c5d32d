package dev.assay.registry.remote;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitSettings;
import dev.assay.registry.guard.Incoming;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Exchange;
import dev.assay.registry.remote.transport.Progress;
import dev.assay.registry.remote.transport.RemoteUrls;
import dev.assay.registry.remote.transport.UserEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.SystemReader;

/**
 * Makes a workspace out of a remote. The remote is untrusted: neither hooks nor submodules come with it, and no file
 * leaves the folder.
 */
public final class Cloner {
    private static final String REMOTE = "origin";

    private final UserEnvironment user;

    /** @param user whose keys and programs are used */
    public Cloner(UserEnvironment user) {
        this.user = user;
    }

    /**
     * The name of the folder that an address suggests, as git does it.
     *
     * @throws InputException where it suggests none
     */
    public static String folderName(String url) {
        String name;
        try {
            name = RemoteUrls.parse(url).getHumanishName();
        } catch (IllegalArgumentException e) {
            name = "";
        }
        if (name.isBlank() || name.startsWith(".") || name.startsWith("-") || name.matches(".*[\\\\/:].*")) {
            throw new InputException(
                    "The address " + RemoteUrls.redact(url) + " suggests no name for a folder: name one after it");
        }
        return name;
    }

    /**
     * Clones a repository.
     *
     * @param url where it is; a password in it is used and not kept
     * @param folder where to; absent or empty
     * @throws InputException where the folder is in use, or the remote does not let us in or holds what no workspace may
     * @throws dev.assay.llm.CancelledException where the user stopped it; the folder is then as it was
     */
    public Cloned clone(String url, Path folder, CredentialPrompt prompt, Progress progress) {
        GitSettings.install();
        URIish uri = RemoteUrls.parse(url);
        String shown = RemoteUrls.redact(url);
        try (var staging = Staging.beside(folder)) {
            var exchange = new Exchange(settings(), staging.folder(), REMOTE, user, prompt, progress);
            exchange.knowing(uri);
            Cloned cloned = exchange.run("clone", shown, () -> {
                try (Git git = exchange.prepare(Git.cloneRepository())
                        .setURI(RemoteUrls.withoutSecret(uri).toPrivateString())
                        .setDirectory(staging.folder().toFile())
                        .setRemote(REMOTE)
                        .setProgressMonitor(Progress.monitor(progress))
                        .call()) {
                    requireNoPrivateFiles(git.getRepository().readDirCache(), shown);
                    List<String> remarks = Remarks.of(git.getRepository());
                    return new Cloned(folder, git.getRepository().getBranch(), remarks);
                }
            });
            staging.moveIntoPlace();
            return cloned;
        } catch (IOException e) {
            throw new StorageException(
                    "Cannot make the folder " + folder + ": " + GitFailures.reason(e) + "; name another one", e);
        }
    }

    private static Config settings() {
        try {
            return SystemReader.getInstance().getUserConfig();
        } catch (IOException | ConfigInvalidException e) {
            throw new InputException("Git's own settings cannot be read: " + GitFailures.reason(e));
        }
    }

    private static void requireNoPrivateFiles(DirCache files, String shown) {
        for (int i = 0; i < files.getEntryCount(); i++) {
            Incoming.privateFolder(files.getEntry(i).getPathString()).ifPresent(folder -> {
                throw new InputException(shown + " holds the folder " + folder
                        + ", which belongs to one computer only: ask its owner to remove it from the repository");
            });
        }
    }
}
