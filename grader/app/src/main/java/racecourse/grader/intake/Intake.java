package racecourse.grader.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes submissions in. */
public final class Intake {
    private final Limits limits;

    /**
     * Sets the limits.
     *
     * @param limits how much a submission may bring
     */
    public Intake(Limits limits) {
        this.limits = limits;
    }

    /**
     * Copies the sources of a submission.
     *
     * @param name the submission's name
     * @param directory where it is
     * @param copy an empty directory of our own
     * @return the submission
     * @throws IntakeException if there are no sources in it, too many, or they cannot be read
     */
    public Submission read(String name, Path directory, Path copy) throws IntakeException {
        if (!Files.exists(directory)) {
            throw new IntakeException(
                    "no such directory: " + directory + "\n  next: check the path; grade takes folders");
        }
        if (!Files.isDirectory(directory)) {
            throw new IntakeException(directory + " is a file\n  next: unpack it and give the folder");
        }
        try {
            Path real = directory.toRealPath();
            Path root = SourceRoot.in(real).orElseThrow(() -> noSources(directory));
            String place = real.relativize(root).toString().replace('\\', '/');
            return copied(name, directory, place, root, copy);
        } catch (AccessDeniedException e) {
            throw new IntakeException("cannot read " + e.getFile() + "\n  next: give yourself the right to read it", e);
        } catch (InvalidPathException e) {
            throw new IntakeException(
                    "a file name in " + directory + " cannot be written with this system's characters: "
                            + e.getMessage() + "\n  next: set LC_ALL to a UTF-8 locale, or rename the file",
                    e);
        } catch (IOException e) {
            throw new IntakeException("cannot read " + directory + ": " + e + "\n  next: check the disk", e);
        }
    }

    private Submission copied(String name, Path directory, String place, Path root, Path copy)
            throws IOException, IntakeException {
        SourceWalk walk = new SourceWalk(root, limits);
        List<String> files = walk.sources();
        if (files.isEmpty()) {
            throw noSources(directory);
        }
        SourceCopy target = new SourceCopy(root, copy, limits);
        TreeSet<String> labs = new TreeSet<>();
        for (String file : files) {
            target.add(file);
            String lab = labOf(file);
            if (lab != null) {
                labs.add(lab);
            }
        }
        return new Submission(name, directory, place, copy, files, labs, target.hash(), walk.remarks());
    }

    /** {@code lab/counter/MutexCounter.java} is of counter; {@code lab/Main.java} is of no lab. */
    private static @Nullable String labOf(String file) {
        String[] parts = file.split("/", -1);
        return parts.length > 2 ? parts[1] : null;
    }

    private static IntakeException noSources(Path directory) {
        boolean isLabItself =
                directory.normalize().endsWith("lab") && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS);
        return new IntakeException("no lab sources in " + directory
                + "\n  next: give the folder that holds src/main/java/lab, src/lab or lab"
                + (isLabItself ? ", which is the one above this" : "; links are not followed"));
    }
}
